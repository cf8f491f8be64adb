/** What plays on the sound server, as pactl writes it. */
import { expect, test } from 'vitest';
import {
  applicationsOf,
  inputsOfApplication,
  readSinkInputs,
} from '../../../../electron/engine/application-sound/sink-inputs.ts';

/** @param properties as pactl escapes them */
const input = (index: number, properties: Readonly<Record<string, string>>): string => `Sink Input #${index}
	Driver: protocol-native.c
	Owner Module: 9
	Client: 42
	Sink: 0
	Sample Specification: s16le 2ch 44100Hz
	Corked: no
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Properties:
		media.name = "Playback"
${Object.entries(properties)
  .map(([key, value]) => `\t\t${key} = "${value}"`)
  .join('\n')}
		module-stream-restore.id = "sink-input-by-application-name:x"
`;

const named = (name: string, program: string) => ({
  'application.name': name,
  'application.process.binary': program,
});

const read = (...inputs: readonly string[]) => readSinkInputs(inputs.join('\n'), 'upcast');

test('reads the names of what plays, also with quotes and letters of any script, and leaves out what has none and what is ours', () => {
  expect(
    read(
      input(3, named('Firefox', 'firefox')),
      input(17, named('Say \\"hi\\"', 'mpv')),
      input(18, { 'application.process.binary': '音楽' }),
      input(19, { 'application.name': 'Nameless program' }),
      input(20, {}),
      input(21, named('Upcast', 'upcast')),
    ),
  ).toEqual([
    { index: 3, name: 'Firefox', program: 'firefox' },
    { index: 17, name: 'Say "hi"', program: 'mpv' },
    { index: 18, name: '音楽', program: '音楽' },
    { index: 19, name: 'Nameless program', program: undefined },
  ]);
});

test('reads what is no list as an empty one, and keeps long names short', () => {
  expect(read('')).toEqual([]);
  expect(read('Connection failure: Connection refused', 'Sink Input #12345678901')).toEqual([]);
  expect(read(`\t\tapplication.name = "of nothing"`)).toEqual([]);
  expect(read(input(1, named('x'.repeat(600), 'y')))[0]?.name).toHaveLength(512);
  expect(read(...Array.from({ length: 300 }, (_, index) => input(index, named('a', 'b'))))).toHaveLength(256);
});

test('lists each application once, in the order of their names', () => {
  const inputs = read(
    input(1, named('mpv', 'mpv')),
    input(2, named('Firefox', 'firefox')),
    input(3, named('mpv', 'mpv')),
    input(4, { 'application.name': 'chat' }),
  );
  expect(applicationsOf(inputs)).toEqual([
    { name: 'chat' },
    { name: 'Firefox', program: 'firefox' },
    { name: 'mpv', program: 'mpv' },
  ]);
});

test('finds an application by both of its names, or by either where it has one, and no other that is named alike', () => {
  const inputs = read(
    input(1, named('Chromium', 'chat')),
    input(2, named('Chromium', 'browser')),
    input(3, named('Chromium', 'chat')),
  );
  const indices = (name: string, program?: string): readonly number[] =>
    inputsOfApplication({ name, program }, inputs).map(({ index }) => index);
  expect(indices('Chromium', 'chat')).toEqual([1, 3]);
  expect(indices('chromium')).toEqual([1, 2, 3]);
  expect(indices('Browser')).toEqual([2]);
  expect(indices('Chromium', 'editor')).toEqual([]);
});
