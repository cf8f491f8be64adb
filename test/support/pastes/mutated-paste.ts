/**
 * Pastes and list files as people really bring them: the corpus with a secret of its own in each, damaged around the secret and never
 * in it. Values of fast-check, so that a failure becomes the smallest one.
 */
import fc from 'fast-check';
import { pastedBlocks } from './paste-corpus.ts';

/** A text and the secrets in it. */
export interface Brought {
  readonly text: string;
  readonly key: string;
  readonly password: string | undefined;
}

const keyLetters = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_=?&.+%$@!~*'.split('');
const separators = ['\n', '\r\n', '\r', '\n\n', '\n \n', '\n\t'];
/** Copied along with what counts; a line of one word would be a key to anybody. */
const noise = [
  ...[
    '',
    ' ',
    '\t',
    'Copy',
    'Show',
    'Reset',
    'Stream settings',
    '• Latency: low',
    'Step 2 of 3',
    '---',
    '***',
  ],
  ...[
    'https://page.example/live/settings',
    'Video bitrate (kbps): 6000',
    'Never share this with anyone.',
    '🔴 LIVE',
  ],
  ...[
    'Playback URL: https://watch.example/v/1',
    '# comment here',
    '</div> <br>',
    'Состояние: не в эфире',
    '\u200b',
  ],
];
const invisible = [
  '\u200b',
  '\u200e',
  '\u200f',
  '\u2060',
  '\ufeff',
  '\u202a',
  '\u2066',
  '\u00a0',
  '\u3000',
  '\u2028',
];
const anything = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
  fc.constantFrom(
    ...invisible,
    '"',
    "'",
    '`',
    '“',
    '«',
    ':',
    '：',
    '=',
    '{',
    '}',
    '[',
    ',',
    '#',
    '\0',
    '\ud800',
  ),
);

/** Begins and ends with letters, so that nothing around it can be taken for a part of it. */
export const secret: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...keyLetters), { minLength: 8, maxLength: 40 })
  .map((letters) => `kq${letters.join('')}7z`);

type LineEdit =
  | { readonly type: 'drop' | 'repeat' | 'indent' | 'quote' | 'upper' | 'bullet'; readonly at: number }
  | { readonly type: 'noise'; readonly at: number; readonly text: string }
  | { readonly type: 'swap'; readonly at: number; readonly with: number };

const at = fc.nat(40);
const lineEdit: fc.Arbitrary<LineEdit> = fc.oneof(
  fc.record({ type: fc.constantFrom('drop', 'repeat', 'indent', 'quote', 'upper', 'bullet'), at }),
  fc.record({ type: fc.constant('noise'), at, text: fc.constantFrom(...noise) }),
  fc.record({ type: fc.constant('swap'), at, with: at }),
);
/** In a line without a secret: what is put in, and how much is taken out. */
const damage = fc.record({ at: fc.nat(400), put: anything, take: fc.nat(4) });

function edited(lines: readonly string[], edit: LineEdit, isSecret: (line: string) => boolean): string[] {
  const index = edit.at % Math.max(lines.length, 1);
  const line = lines[index] ?? '';
  const withLine = (...put: readonly string[]): string[] => lines.toSpliced(index, 1, ...put);
  switch (edit.type) {
    case 'drop':
      return isSecret(line) ? [...lines] : withLine();
    case 'repeat':
      return withLine(line, line);
    case 'indent':
      return withLine(` \t${line}  `);
    case 'quote':
      return isSecret(line) ? [...lines] : withLine(`"${line}"`);
    case 'upper':
      return isSecret(line) ? [...lines] : withLine(line.toUpperCase());
    case 'bullet':
      return isSecret(line) ? [...lines] : withLine(`• ${line}`);
    case 'noise':
      return withLine(edit.text, line);
    case 'swap': {
      const other = edit.with % Math.max(lines.length, 1);
      return lines.with(index, lines[other] ?? '').with(other, line);
    }
  }
}

const edits = fc.record({
  lines: fc.array(lineEdit, { maxLength: 6 }),
  damages: fc.array(damage, { maxLength: 3 }),
  separator: fc.constantFrom(...separators),
});

function mutate(
  text: string,
  { lines: lineEdits, damages, separator }: typeof edits extends fc.Arbitrary<infer E> ? E : never,
  secrets: readonly string[],
): string {
  const isSecret = (line: string): boolean => secrets.some((each) => line.includes(each));
  let lines = text.split('\n');
  for (const edit of lineEdits) lines = edited(lines, edit, isSecret);
  for (const { at: place, put, take } of damages) {
    const free = lines.flatMap((line, index) => (isSecret(line) ? [] : [index]));
    const index = free[place % Math.max(free.length, 1)];
    if (index === undefined) continue;
    const line = lines[index] ?? '';
    const start = place % (line.length + 1);
    lines[index] = line.slice(0, start) + put + line.slice(start + take);
  }
  return lines.join(separator);
}

const shapes: readonly ((key: string) => string)[] = [
  (key) => `rtmp://h.example/live\n${key}`,
  (key) => `rtmp://h.example/live/${key}`,
  (key) => `rtmp://h.example/live ${key}`,
  (key) => `Stream key: ${key}\nServer: rtmps://h.example/live`,
  (key) => `URL\nrtmp://h.example/live\nName\n${key}\nUsername\nbob`,
  (key) => JSON.stringify({ server: 'rtmp://h.example/live', key }, undefined, 2),
  (key) => `ffmpeg -re -i in.mp4 -c copy -f flv rtmp://h.example/live/${key}`,
];

/** A block of the corpus or a plain form, with one secret in place of its key, and another in place of its password. */
export const mutatedPaste: fc.Arbitrary<Brought> = fc
  .tuple(fc.constantFrom(...pastedBlocks, ...shapes), secret, secret, edits)
  .map(([block, key, password, how]) => {
    if (typeof block === 'function') {
      return { text: mutate(block(key), how, [key]), key, password: undefined };
    }
    const hasPassword = block.password !== undefined;
    const named = block.key === '' ? block.text : block.text.replaceAll(block.key, () => key);
    const text = hasPassword ? named.replaceAll(block.password ?? '', () => password) : named;
    return { text: mutate(text, how, [key, password]), key, password: hasPassword ? password : undefined };
  });

const listLines: readonly ((key: string) => string)[] = [
  (key) => `rtmp://h.example/live/${key}`,
  (key) => `Church = rtmp://h.example/live/${key}`,
  (key) => `rtmps://a.rtmps.youtube.com/live2/${key}`,
  (key) => `Both = rtmps://h.example:443/app/${key}`,
  (key) => `"rtmp://h.example/live/${key}"`,
  (key) => `rtmp://h.example/live ${key}`,
  (key) => `Label; rtmp://h.example/live/${key}`,
  (key) => `Server: rtmp://h.example/live Stream key: ${key}`,
];
const obs = (settings: object): string => JSON.stringify({ type: 'rtmp_custom', settings }, undefined, 2);
const files: readonly ((key: string, password: string) => string)[] = [
  (key) => obs({ server: 'rtmp://h.example/live', key }),
  (key, password) => obs({ server: 'rtmp://h.example/live', key, use_auth: true, username: 'u', password }),
  (key) => obs({ server: `rtmp://h.example/live/${key}`, key: '' }),
  (key) =>
    JSON.stringify(
      { outputs: [{ name: 'One', stream_server: 'rtmp://h.example/app', stream_key: key, enabled: true }] },
      undefined,
      2,
    ),
  (key) =>
    JSON.stringify({
      targets: [{ id: '1', name: 'K', protocol: 'RTMP', 'service-param': { server: 'rtmp://h/live', key } }],
    }),
];

/** A list of addresses or a file of OBS: damaged like a paste, and saved in any encoding. */
export const mutatedFile: fc.Arbitrary<Brought & { readonly bytes: Uint8Array }> = fc
  .tuple(
    fc.oneof(
      fc.array(fc.constantFrom(...listLines), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...files),
    ),
    secret,
    secret,
    edits,
    fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf16le', 'latin1'),
  )
  .map(([form, key, password, how, encoding]) => {
    const whole = Array.isArray(form) ? form.map((line) => line(key)).join('\n') : form(key, password);
    const text = mutate(whole, how, [key, password]);
    return { text, key, password, bytes: new Uint8Array(Buffer.from(text, encoding)) };
  });
