/** Pastes that once gave a wrong address or key in silence, or left a secret where all can see it. */
import { describe, expect, it } from 'vitest';
import { parsePresets } from '../../../electron/settings/preset-import.ts';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import { wordsOf } from '../../support/words-of.ts';

const SERVER = 'rtmp://h.example/live';

function refusal(text: string): unknown {
  try {
    return parsePasted(text);
  } catch (error) {
    return wordsOf(error);
  }
}

describe('a key that is also a word of the page', () => {
  it.each([
    ['beside a server that ends with the same word', `${SERVER}\nlive`],
    ['behind its label', `Server: ${SERVER}\nStream key: live`],
    ['behind its label, before another one', `Stream key: live\nPassword:\n${SERVER}`],
    ['in a table', `Server\t${SERVER}\nStream key\tlive`],
    ['above the address', `Stream key: live\n${SERVER}`],
    ['in JSON', JSON.stringify({ server: SERVER, key: 'live' })],
  ])('is kept, and the application too: %s', (_where, text) => {
    expect(parsePasted(text)).toEqual({ url: SERVER, key: 'live' });
  });

  it('is kept where it is the word for a backup', () => {
    expect(parsePasted(`Server: ${SERVER}\nStream key: backup`)).toEqual({ url: SERVER, key: 'backup' });
  });

  it('gives way to the key on the next line', () => {
    const text = `Server: ${SERVER}\nStream key: Primary\nabcd-1234`;
    expect(parsePasted(text)).toEqual({ url: SERVER, key: 'abcd-1234' });
    expect(refusal(`Server: ${SERVER}\nStream key: Primary\nabcd`)).toMatch(/its own field/);
  });

  it('is no button', () => {
    expect(parsePasted(`Server: ${SERVER}\nStream key: Copy`)).toEqual({ url: SERVER, key: '' });
  });
});

describe('a secret', () => {
  it.each(['user=bob&pass=abc', 'password=abc&user=bob'])('stays whole where the key is %s', (key) => {
    expect(parsePasted(`${SERVER}\n${key}`)).toEqual({ url: SERVER, key });
    expect(parsePasted(`Stream key\n${key}\nServer\n${SERVER}`)).toEqual({ url: SERVER, key });
  });

  it.each([
    ['a slash behind the key', `${SERVER}/abc12345/\nStream key: abc12345`],
    [
      'a slash behind the key in a backup server',
      `${SERVER}/abc12345\nbackup: ${SERVER}2/abc12345/\nabc12345`,
    ],
  ])('leaves the address: %s', (_what, text) => {
    const found = parsePasted(text);
    expect(found.key).toBe('abc12345');
    expect(`${found.url} ${found.backupUrl}`).not.toContain('abc12345');
  });

  it('is refused where the address holds more of it than its field', () => {
    expect(refusal(`${SERVER}/abc12345?x=1\nStream key: abc12345`)).toMatch(/its own field/);
  });

  it('leaves the address of Amazon IVS that was put together without its application', () => {
    const host = 'rtmps://x.global-contribute.live-video.net';
    expect(parsePasted(`${host}/sk_us-west-2_abc`)).toEqual({ url: `${host}/app`, key: 'sk_us-west-2_abc' });
  });

  it('leaves the server that OBS has it in as well', () => {
    const settings = { server: `${SERVER}/abc12345/`, key: 'abc12345' };
    const file = Buffer.from(JSON.stringify({ type: 'rtmp_custom', settings }));
    const [found] = parsePresets(file).presets;
    expect(found).toMatchObject({ preset: { url: SERVER }, key: 'abc12345' });
  });
});

describe('a template', () => {
  it.each(['{stream_key}', '<stream-key>', '[key]', 'STREAM_KEY'])('%s is no part of the server', (place) => {
    const text = `${SERVER}/${place}\nStream key: abc123456`;
    expect(parsePasted(text)).toEqual({ url: SERVER, key: 'abc123456' });
  });
});

describe('a key that cannot be told', () => {
  it.each([
    `Key abc12345 ${SERVER}`,
    `${SERVER}\nKey abc12345`,
    `${SERVER}\n- abc12345`,
    `${SERVER}\nThe key is abc12345`,
    `Key:abc ${SERVER}`,
    'Stream URL\nrtmp://h.example. app\nkqaaaaaaaa7z\nWord\nCopy',
    'Stream key\nrtmps://h.example /app\nkqaaaaaaaa7z\nServeu\nCopy',
    `Stream key\nkey=abc12345\nServer\n${SERVER}`,
    `${SERVER}\nkey=abc&token=xyz`,
    `Server: ${SERVER}\nStream key: ••••••••\nShow\nabcd-1234`,
  ])('is not left out in silence: %j', (text) => {
    expect(refusal(text)).toMatch(/own fields?\.$/);
  });

  it.each(['abcd-••••-••••', 'live_••••••1234', 'live_******1234'])('is not sent as %s', (shown) => {
    expect(parsePasted(`Server: ${SERVER}\nStream key: ${shown}`)).toEqual({ url: SERVER, key: '' });
  });

  it('is not sent hidden from JSON either', () => {
    const text = JSON.stringify({ server: SERVER, key: '••••••••' });
    expect(parsePasted(text)).toEqual({ url: SERVER, key: '' });
  });

  it.each([':abc', '=abc'])('keeps the sign at its beginning: %s', (key) => {
    expect(parsePasted(`Server: ${SERVER}\nStream key: ${key}`)).toEqual({ url: SERVER, key });
  });

  it('holds no soft hyphen', () => {
    expect(parsePasted(`${SERVER}\nab\u00adcd1234`)).toEqual({ url: SERVER, key: 'abcd1234' });
  });
});

it('imports the other outputs of obs-multi-rtmp where one is odd, and names that one', () => {
  const whole = { name: 'Kick', 'service-param': { server: SERVER, key: 'k' } };
  const targets = [{ name: 5, 'service-param': { server: SERVER, key: 1 } }, whole];
  const { presets, problems } = parsePresets(Buffer.from(JSON.stringify({ targets })));
  expect(presets).toMatchObject([{ preset: { name: 'Kick' }, key: 'k' }]);
  expect(problems).toEqual([expect.stringMatching(/^Destination 1/)]);
});

it('says that the address lacks its beginning, rather than that it has a line break', () => {
  expect(refusal('Server: h.example/live\nKey: abc12345')).toMatch(/Start the server address with rtmp:\/\//);
  expect(refusal('Stream key: abc12345')).toMatch(/Start the server address with rtmp:\/\//);
});

describe('a file of addresses', () => {
  it('may hold one server with its key on the next line', () => {
    const { presets } = parsePresets(Buffer.from(`Server: ${SERVER}\nStream key: abc-1234\n`));
    expect(presets).toMatchObject([{ preset: { url: SERVER }, key: 'abc-1234' }]);
  });

  it('stays a list where each line has an address', () => {
    const { presets } = parsePresets(Buffer.from(`One = ${SERVER}/k-1\nTwo = ${SERVER}/k-2\n`));
    expect(presets.map(({ preset }) => preset.name)).toEqual(['One', 'Two']);
  });

  it('may name members that are null', () => {
    const settings = { server: SERVER, key: 'abc-1234', username: null, password: null, use_auth: null };
    const file = Buffer.from(JSON.stringify({ type: 'rtmp_custom', settings }));
    expect(parsePresets(file).presets).toMatchObject([{ preset: { url: SERVER }, key: 'abc-1234' }]);
  });

  it('may end a server that holds its key with a slash', () => {
    const settings = { server: `${SERVER}/secret-1234/`, key: '' };
    const file = Buffer.from(JSON.stringify({ type: 'rtmp_custom', settings }));
    expect(parsePresets(file).presets).toMatchObject([{ preset: { url: SERVER }, key: 'secret-1234' }]);
  });
});
