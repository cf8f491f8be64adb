import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RunHistory, judgeRun } from '../../../../electron/log/diagnostics/run-history.ts';

let folder: string;
const failures: unknown[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-runs-'));
  failures.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function begin(nowMs = 1000): RunHistory {
  return new RunHistory({
    ...{ folder, version: '1.0.0', now: () => nowMs },
    onFailure: (error) => failures.push(error),
  });
}

const lastRun = (): ReturnType<typeof judgeRun> => judgeRun(begin().earlier.at(-1));

it('the first run has none before it', () => {
  expect(lastRun()).toBeUndefined();
  expect(failures).toEqual([]);
});

it('a run that wrote its end is none to speak of', () => {
  begin().end();
  expect(lastRun()).toBeUndefined();
});

it('a run without an end was cut off', () => {
  begin();
  expect(lastRun()).toBe('cutOff');
});

it('a run in which a part crashed has recovered, and its end is no crash', () => {
  const run = begin();
  run.crashed({ part: 'graphics', reason: 'crashed', exitCode: 11 });
  run.end();
  run.crashed({ part: 'audio', reason: 'killed', exitCode: 9 });
  const [before] = begin().earlier;
  expect(judgeRun(before)).toBe('recovered');
  expect(before?.crashes).toEqual([{ part: 'graphics', reason: 'crashed', exitCode: 11, atMs: 1000 }]);
});

it('a browser page that crashed is that page’s fault', () => {
  const run = begin();
  run.crashed({ part: 'page', reason: 'oom', exitCode: 9 });
  run.end();
  expect(lastRun()).toBeUndefined();
});

it('an error that nobody caught in main was the end of it', () => {
  const run = begin();
  run.crashed({ part: 'main', reason: 'error' });
  run.end();
  expect(lastRun()).toBe('cutOff');
});

it('keeps twenty runs and a hundred crashes of each', () => {
  for (let index = 0; index < 30; index += 1) begin().end();
  const run = begin();
  for (let index = 0; index < 150; index += 1) run.crashed({ part: 'page', reason: 'oom' });
  const kept = JSON.parse(readFileSync(join(folder, 'runs.json'), 'utf8')) as {
    runs: { crashes: unknown[] }[];
  };
  expect(kept.runs).toHaveLength(20);
  expect(kept.runs.at(-1)?.crashes).toHaveLength(100);
});

it('goes on without a file that makes no sense, or that cannot be written', () => {
  writeFileSync(join(folder, 'runs.json'), '{"runs": [{"version"');
  expect(lastRun()).toBeUndefined();
  expect(failures).toHaveLength(1);
  folder = join(folder, 'runs.json', 'is-no-folder');
  begin().end();
  expect(failures.length).toBeGreaterThan(1);
  folder = join(folder, '..', '..');
});
