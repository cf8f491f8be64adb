/** All text for people lies in the catalogue, `shared/text`: no sentence, label or tooltip stands in the code of the window or in what all processes share. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../shared/text/error-text.ts';
import { isErrorCode } from '../../../shared/errors/error-codes.ts';
import { findErrorMessages, findSentences } from './find-sentences.ts';

const repository = join(import.meta.dirname, '../../..');

function filesOf(folder: string, end: RegExp): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)));
}

describe('what finds a sentence', () => {
  it.each([
    ['text of an element', '<p>ready</p>', ['ready']],
    ['a label, however short', '<Field label="Size" />', ['Size']],
    ['a label in an expression', '<b aria-label={`More for ${name}`} />', ['More for ${}']],
    ['a string that begins with a capital letter', "say('Nothing here')", ['Nothing here']],
    ['a string that ends with a full stop', "say('it is off.')", ['it is off.']],
    ['a template', 'say(`${name} is off.`)', ['${} is off.']],
    ['a name of one word', "make({ name: 'Relay' })", ['Relay']],
    ['a name around another', 'make({ name: `${name} (backup)` })', ['${} (backup)']],
    ['a name in a constant', "const NAMELESS = 'Destination'", ['Destination']],
    ['a property of that name', "const options = [{ value: 1, label: 'All' }]", ['All']],
  ])('finds %s', (_what, source, texts) => {
    expect(findSentences(source, true)).toEqual(texts);
  });

  it('finds the message of an error, in its place and in a constant', () => {
    const source =
      "new AppError('a/b', { message: 'no file' }); const message = `no ${what}`; new AppError('a/c', { message });";
    expect(findErrorMessages(source)).toEqual([
      { code: 'a/b', message: 'no file' },
      { code: 'a/c', message: 'no ${}' },
    ]);
  });

  it.each([
    ['names and keys', "settings['drainSeconds'] === 'Escape' && css['two words']"],
    ['classes and roles', '<p className="visually-hidden" role="status">{texts.card.ready}</p>'],
    ['signs between values', '<p title={`${a} · ${b}`}>{a} {b} − 1</p>'],
    ['types', "type Name = 'One name' | 'Two names.'"],
    ['what a developer reads', "assert(isOpen, 'the port is open'); throw new Error('Not here.')"],
    ['names of a program', "new Worker(url, { name: 'capture' })"],
    ['imports', "import { a } from './A b.ts'"],
  ])('passes over %s', (_what, source) => {
    expect(findSentences(source, true)).toEqual([]);
  });
});

/** Files whose text isn't the catalogue's -> why. */
const ownText: ReadonlyMap<string, string> = new Map([
  ['shared/destinations/services-data.ts', 'names of services, and of their servers as they list them'],
  ['shared/destinations/services-data-small.ts', 'the same'],
  ['shared/relay/relay-config.ts', 'comments of a configuration file of nginx'],
  ['shared/broadcast/recording-name.ts', 'names of files, which every system and language shares'],
  ['shared/destinations/import/multi-outputs.ts', 'the name of a plug-in'],
  ['shared/assert.ts', 'for a developer who reads the log'],
]);

/** The same below the window, where the message of an error is a technical cause. */
const ownTextBelow: ReadonlyMap<string, string> = new Map([
  ['electron/engine/encode/encoder.ts', 'a technical cause'],
  ['electron/rtmp/chunk/chunk-reader.ts', 'a technical cause, in words of the specification'],
  ['electron/rtmp/flv/demuxer.ts', 'the same'],
  ['electron/rtmp/net/socket-error.ts', 'names of TLS versions'],
  ['electron/rtmp/receiver/authentication-gate.ts', 'words of the protocol'],
  ['electron/rtmp/receiver/receiver.ts', 'the name of an authority'],
  ['electron/rtmp/receiver/receiver-sessions.ts', 'a receiver answers in the protocol’s words'],
  ['electron/remote/remote-server.ts', 'a line of HTTP'],
  ['electron/rtmp/handshake/digest.ts', 'keys of the protocol'],
  ['electron/rtmp/net/proxy/proxy.ts', 'lines of HTTP'],
  ['electron/rtmp/session/publish/connect-object.ts', 'words of the protocol'],
  ['electron/rtmp/session/receive/receive-answers.ts', 'words of the protocol'],
  ['electron/rtmp/session/receive/receive-machine.ts', 'words of the protocol'],
  ['electron/rtmp/rtmfp/crypto/session-keys.ts', 'a key of the protocol'],
  ['electron/rtmp/tunnel/tunnel-request.ts', 'lines of HTTP'],
  ['electron/rtmp/tunnel/tunnel-response.ts', 'lines of HTTP'],
  ['electron/rtmp/flv/aac.ts', 'names of profiles'],
  ['electron/rtmp/flv/avc.ts', 'names of profiles'],
  ['electron/rtmp/receiver/rehearsal-facts.ts', 'names of profiles'],
  ['electron/settings/decode-text.ts', 'names of encodings'],
  ['electron/engine/frames/private-file.ts', 'a folder of Chromium'],
  ['electron/main/process/page-files.ts', 'a folder of Chromium'],
  ['electron/media-file/ffmpeg-input.ts', 'what ffmpeg prints'],
  ['electron/log/logger.ts', 'the log about itself'],
  ['electron/main/engine-process/engine-supervisor.ts', 'the name of a process'],
  ['electron/main/window/app-protocol.ts', 'an answer of HTTP'],
]);

function textOutside(folder: string, isBelowWindow = false): readonly string[] {
  const files = filesOf(folder, /\.tsx?$/).filter((file) => !file.startsWith('shared/text/'));
  expect(files.length).toBeGreaterThan(50);
  return files.flatMap((file) =>
    findSentences(readFileSync(join(repository, file), 'utf8'), file.endsWith('x'), isBelowWindow).map(
      (text) => `${file}: ${text}`,
    ),
  );
}

describe('text outside the catalogue', () => {
  it('is nowhere in the window', () => {
    expect(textOutside('renderer')).toEqual([]);
  });

  it('is nowhere in what all processes share, but in a few files with a reason', () => {
    const found = textOutside('shared');
    const fileOf = (line: string): string => line.split(': ', 1)[0] ?? '';
    expect(found.filter((line) => !ownText.has(fileOf(line)))).toEqual([]);
    expect([...ownText.keys()].filter((file) => !found.some((line) => fileOf(line) === file))).toEqual([]);
  });

  it('is nowhere below the window, but in a few files with a reason', () => {
    const found = textOutside('electron', true);
    const fileOf = (line: string): string => line.split(': ', 1)[0] ?? '';
    expect(found.filter((line) => !ownTextBelow.has(fileOf(line)))).toEqual([]);
    expect([...ownTextBelow.keys()].filter((file) => !found.some((line) => fileOf(line) === file))).toEqual(
      [],
    );
  });

  it('is in no message of an error whose title would be that message', () => {
    const isTitle = (code: string): boolean =>
      isErrorCode(code) && describeError({ code, details: { message: 'xyzzy' } }).title.includes('yzzy');
    const found = ['electron', 'shared'].flatMap((folder) =>
      filesOf(folder, /\.ts$/).flatMap((file) =>
        findErrorMessages(readFileSync(join(repository, file), 'utf8'))
          .filter(({ code }) => code !== 'internal/bug' && isTitle(code))
          .map(({ code, message }) => `${file}: ${code}: ${message}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it.each(filesOf('renderer', /\.html$/))('is but the name of the product in %s', (file) => {
    const words = readFileSync(join(repository, file), 'utf8').replace(/<!doctype html>|<[^>]*>/g, '');
    expect(words.trim()).toBe('Upcast');
  });
});
