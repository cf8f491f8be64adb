/** What the encoder takes of the computer is in the figures, where the system tells it. */
import { expect, test } from 'vitest';
import { createChildMeter, PsMeter, readPs } from '../../../electron/engine/statistics/child-meter.ts';

test('the times of macOS’ ps are read in each of their forms', () => {
  const uses = readPs('  123   0:12.34  45678\n 7  1:02:03.50 10\n 9 2-00:00:01.00 1\nno such line\n');
  expect([...uses].map(([pid, { cpuSeconds }]) => [pid, cpuSeconds])).toEqual([
    [123, 12.34],
    [7, 3723.5],
    [9, 172_801],
  ]);
  expect(uses.get(123)?.memoryMb).toBeCloseTo(46.77, 2);
});

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

test('on macOS an encoder that takes two cores counts so, a moment later', async () => {
  let seconds = 100;
  let looks = 0;
  const meter = new PsMeter((pids) => {
    looks += 1;
    return Promise.resolve(pids.map((pid) => `${pid} 0:${seconds}.00 100000`).join('\n'));
  });
  expect(meter.sample(0, [7])).toEqual({ cpuPercent: 0, memoryMb: 0 });
  await settled();
  for (let second = 1; second <= 2; second += 1) {
    seconds += 2;
    meter.sample(second * 1000, [7]);
    await settled();
  }
  expect(meter.sample(2500, [7])).toEqual({ cpuPercent: 200, memoryMb: 102.4 });
  expect(looks).toBe(2);
  expect(meter.sample(3000, [])).toEqual({ cpuPercent: 0, memoryMb: 0 });
});

test('an encoder that has ended is no error', async () => {
  const meter = new PsMeter(() => Promise.reject(new Error('exit code 1')));
  meter.sample(0, [7]);
  await settled();
  expect(meter.sample(5000, [7])).toEqual({ cpuPercent: 0, memoryMb: 0 });
});

test.runIf(process.platform === 'linux')('on Linux the figures of a process that works grow', () => {
  const meter = createChildMeter('linux', 0);
  meter.sample(0, [process.pid]);
  const until = process.cpuUsage().user + 60_000;
  while (process.cpuUsage().user < until);
  const { cpuPercent, memoryMb } = meter.sample(1000, [process.pid]);
  expect(cpuPercent).toBeGreaterThanOrEqual(4);
  expect(memoryMb).toBeGreaterThan(10);
});
