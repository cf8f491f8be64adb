import { expect, it } from 'vitest';
import { diagnosticsText } from '../../../../electron/log/diagnostics/diagnostics-text.ts';
import type { Diagnostics } from '../../../../electron/log/diagnostics/diagnostics-text.ts';
import { SecretRegister } from '../../../../electron/log/secret-register.ts';

const KEY = 'live_271828_s3cr3t';
const empty: Diagnostics = {
  ...{ madeMs: 0, facts: {}, values: {}, runs: [], dumps: [], logLines: [], names: [] },
};

function textOf(diagnostics: Partial<Diagnostics>): string {
  const register = new SecretRegister();
  register.add(KEY);
  return diagnosticsText({ ...empty, ...diagnostics }, register);
}

function logged(text: string): string {
  return JSON.stringify({ time: '2026-01-01T00:00:00.000Z', level: 'warn', area: 'test', text });
}

it('is whole without anything to tell', () => {
  expect(textOf({})).toContain('None.');
});

it('tells runs, crashes and dumps, newest first', () => {
  const text = textOf({
    runs: [
      { version: '0.9', startedMs: 0, endedMs: 1000, crashes: [] },
      {
        version: '1.0',
        startedMs: 2000,
        crashes: [{ atMs: 3000, part: 'graphics', reason: 'oom', exitCode: 9 }],
      },
    ],
    dumps: [{ madeMs: 3000, bytes: 77, place: { code: 11, module: 'upcast', offset: 255 } }],
  });
  expect(text.indexOf('1.0: ')).toBeLessThan(text.indexOf('0.9: '));
  expect(text).toContain('1970-01-01T00:00:03.000Z graphics: oom, code 9');
  expect(text).toContain('77 bytes code 11 in upcast +0xff');
});

it.each([
  ['a registered key', `sent ${KEY}`, KEY],
  ['a percent-encoded key', `sent ${encodeURIComponent(`${KEY}?a=b`)}`, KEY],
  ['a host', 'can’t reach live.example.com', 'example'],
  ['a host with a port', 'connect live.example.com:1935', '1935'],
  ['an address', 'refused rtmps://live.example/app/unknown-key', 'unknown-key'],
  ['an IPv4 address', 'from 192.0.2.77', '192.0'],
  ['an IPv6 address', 'from [2001:db8::7]:443', '2001'],
  ['a mail address', 'signed in as anna@example.org', 'anna'],
  ['a file on Linux', 'opened /home/anna/film.mp4', 'anna'],
  ['a file on Windows', String.raw`opened C:\Users\Anna\film.mp4`, 'Anna'],
  ['a file on a server', String.raw`opened \\nas\anna\film.mp4`, 'anna'],
])('%s in the log is left out', (_what, line, hidden) => {
  const text = textOf({ logLines: [logged(line)] });
  expect(text).not.toContain(hidden);
  expect(text).toContain('warn test: ');
});

it('names of the profile become what they are', () => {
  const names = [
    { text: 'Anna’s show', label: 'name 1' },
    { text: 'Anna', label: 'name 2' },
  ];
  const text = textOf({ logLines: [logged('anna’s SHOW was sent by Anna')], names });
  expect(text).toContain('[name 1] was sent by [name 2]');
});

it('what a developer needs stays readable', () => {
  const line = 'TypeError at main.cjs:12:7 and upcast://app/index.html?x=1#y after 2.5 s, code 0.7.12 of 3/4';
  const text = textOf({ logLines: [logged(line)] });
  expect(text).toContain('TypeError at main.cjs:12:7 and upcast://app/index.html after 2.5 s');
});

it('of settings only numbers, switches and words of ours are shown', () => {
  const value = {
    destinations: [
      {
        type: 'rtmp',
        name: 'Anna',
        url: 'rtmps://live.example/app',
        port: 1935,
        hasKey: true,
        'Anna’s own': 'x',
      },
    ],
    theme: 'dark',
    fps: 30,
    type: 'not a word of ours',
    absent: undefined,
  };
  const text = textOf({ values: { Settings: value } });
  expect(text).not.toMatch(/Anna|example|1935|not a word/);
  for (const kept of ['"type": "rtmp"', '"theme": "dark"', '"fps": 30', 'rtmps://(', '"hasKey": '])
    expect(text).toContain(kept);
});

it('a line that isn’t the logger’s is left out', () => {
  expect(textOf({ logLines: ['{"time": "cut o', 'Anna'] })).not.toMatch(/Anna|cut o/);
});
