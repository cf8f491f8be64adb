import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogFile } from '../../../electron/log/log-file.ts';
import { Logger } from '../../../electron/log/logger.ts';
import { SecretRegister } from '../../../electron/log/secret-register.ts';

const KEY = 'live_314159_s3cr3tK3y';
let folder = '';
const files: LogFile[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-log-'));
});
afterEach(() => {
  for (const file of files.splice(0)) file.flush();
  rmSync(folder, { recursive: true, force: true });
});

function open(
  maximumBytes = 100_000,
  now = (): number => 0,
): { logger: Logger; secrets: SecretRegister; file: LogFile } {
  const file = new LogFile({ folder, name: 'upcast', maximumBytes, keptFiles: 2 });
  files.push(file);
  const secrets = new SecretRegister();
  const logger = new Logger({
    sink: file,
    secrets,
    minimumLevel: 'info',
    now,
    onFailure: () => undefined,
  });
  return { logger, secrets, file };
}

test('writes one JSON object a line and leaves out what is below the level', () => {
  const { logger, file } = open();
  logger.debug('area', 'not this');
  logger.info('area', 'two\nlines');
  file.flush();
  const lines = readFileSync(file.path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time: '1970-01-01T00:00:00.000Z', level: 'info', area: 'area', text: 'two\nlines' },
  ]);
});

test('a registered key reaches no file, neither plain nor percent-encoded nor in an error or its cause', () => {
  const { logger, secrets, file } = open();
  secrets.add(KEY);
  secrets.add('pa ss/word');
  logger.info('a', `going to rtmp://host/app/${KEY}`);
  logger.info('a', encodeURIComponent('pa ss/word'));
  logger.error('a', 'failed', new Error('outer', { cause: new Error(`inner ${KEY}`) }));
  file.flush();
  const all = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  expect(all).toContain('outer');
  expect(all).not.toContain(KEY);
  expect(all).not.toContain('pa%20ss');
});

test('the key in an address is masked even when nobody registered it', () => {
  const { logger, file } = open();
  logger.info('a', 'rtmps://host:443/app/unknown-key?token=1');
  file.flush();
  expect(readFileSync(file.path, 'utf8')).toContain('rtmps://host');
  expect(readFileSync(file.path, 'utf8')).not.toContain('unknown-key');
});

test('rotates before the limit and keeps only so many files', () => {
  const { logger, file } = open(300);
  for (let index = 0; index < 30; index += 1) logger.info('a', `line ${index}`);
  file.flush();
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['upcast.1.jsonl', 'upcast.2.jsonl', 'upcast.jsonl']);
  for (const name of names) expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(300);
  expect(readFileSync(join(folder, 'upcast.jsonl'), 'utf8')).toContain('line 29');
});

test('a log that cannot be written is told once and stops nobody', () => {
  const told: string[] = [];
  const logger = new Logger({
    sink: {
      append: () => {
        throw new Error('disk full');
      },
      flush: () => undefined,
    },
    secrets: new SecretRegister(),
    minimumLevel: 'info',
    now: () => 0,
    onFailure: (text) => told.push(text),
  });
  logger.info('a', 'x');
  logger.info('a', 'y');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('disk full');
});

test('writes without being asked to, in order, each line once, also when the end comes in the middle', async () => {
  const { logger, file } = open();
  logger.info('a', 'line 0');
  await expect.poll(() => readFileSync(file.path, 'utf8')).toContain('line 0');
  for (let index = 1; index < 250; index += 1) logger.info('a', `line ${index}`);
  file.flush();
  await expect.poll(() => file.append('{"text":"after"}')).toBe(true);
  file.flush();
  const texts = readFileSync(file.path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  expect(texts).toEqual([...Array.from({ length: 250 }, (_, index) => `line ${index}`), 'after']);
});

test('more lines than the disk takes are counted, not kept', () => {
  const { file } = open(10_000_000);
  const line = 'x'.repeat(99_999);
  const kept = Array.from({ length: 20 }, () => file.append(line)).filter(Boolean).length;
  expect(kept).toBeGreaterThan(5);
  expect(kept).toBeLessThan(15);
  file.flush();
  expect(file.append(line)).toBe(true);
});

test('an area that floods leaves the lines of before and of the others, and says how many were left out', () => {
  let nowMs = 0;
  const { logger, file } = open(100_000, () => nowMs);
  logger.info('app', 'what came before');
  // 2500 a second for ten seconds.
  for (let index = 0; index < 25_000; index += 1) {
    nowMs = index * 0.4;
    logger.info('broadcast', `words ${index}`);
  }
  logger.warn('broadcast', 'a warning');
  logger.info('app', 'another area');
  nowMs += 60_000;
  logger.info('broadcast', 'quiet again');
  file.flush();
  const text = readFileSync(file.path, 'utf8');
  for (const wanted of [
    'what came before',
    'a warning',
    'another area',
    'lines were left out',
    'quiet again',
  ])
    expect(text).toContain(wanted);
  expect(text.split('\n').length).toBeLessThan(700);
});

test('is readable by its owner alone, and does not write through a link', () => {
  const { logger, file } = open();
  logger.info('a', 'x');
  file.flush();
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, join(folder, 'link.jsonl'));
  const failures: unknown[] = [];
  const linked = new LogFile({
    folder,
    name: 'link',
    maximumBytes: 1000,
    keptFiles: 1,
    onFailure: (error) => failures.push(error),
  });
  linked.append('through the link');
  linked.flush();
  expect(failures).not.toEqual([]);
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
});
