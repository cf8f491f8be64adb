import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogFile } from '../../../electron/log/log-file.ts';
import { Logger } from '../../../electron/log/logger.ts';
import { SecretRegister } from '../../../electron/log/secret-register.ts';

const KEY = 'live_314159_s3cr3tK3y';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(maximumBytes = 100_000): { logger: Logger; secrets: SecretRegister; file: LogFile } {
  const file = new LogFile({ folder, name: 'upcast', maximumBytes, keptFiles: 2 });
  const secrets = new SecretRegister();
  const logger = new Logger({
    sink: file,
    secrets,
    minimumLevel: 'info',
    now: () => 0,
    onFailure: () => undefined,
  });
  return { logger, secrets, file };
}

test('writes one JSON object a line and leaves out what is below the level', () => {
  const { logger, file } = open();
  logger.debug('area', 'not this');
  logger.info('area', 'two\nlines');
  const lines = readFileSync(file.path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time: '1970-01-01T00:00:00.000Z', level: 'info', area: 'area', text: 'two\nlines' },
  ]);
});

test('a registered key reaches no file, neither plain nor percent-encoded nor in an error or its cause', () => {
  const { logger, secrets } = open();
  secrets.add(KEY);
  secrets.add('pa ss/word');
  logger.info('a', `going to rtmp://host/app/${KEY}`);
  logger.info('a', encodeURIComponent('pa ss/word'));
  logger.error('a', 'failed', new Error('outer', { cause: new Error(`inner ${KEY}`) }));
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
  expect(readFileSync(file.path, 'utf8')).not.toContain('unknown-key');
});

test('rotates before the limit and keeps only so many files', () => {
  const { logger } = open(300);
  for (let index = 0; index < 30; index += 1) logger.info('a', `line ${index}`);
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
