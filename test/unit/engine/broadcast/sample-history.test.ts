import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleColumn, emptyStretch } from '../../../../shared/broadcast/sample-column.ts';
import { MAX_SAMPLES, SampleHistory } from '../../../../shared/broadcast/sample-history.ts';
import type { StatsSample } from '../../../../shared/broadcast/statistics.ts';

function sample(second: number, dropped = 0): StatsSample {
  return {
    type: 'sample',
    timeMs: second * 1000,
    encodedKbps: 2000 + (second % 100),
    targetKbps: 2500,
    fps: 30,
    capturedFrames: second * 30,
    skippedFrames: 0,
    encodedFrames: second * 30,
    cpuPercent: 30,
    memoryMb: 400,
    destinations: ['a', 'b'].map((id) => ({
      id,
      sentKbps: 2000 + (second % 100),
      acknowledgedKbps: 1900,
      queueMs: second % 50,
      droppedFrames: dropped,
      sentFrames: second * 30,
    })),
  };
}

describe('SampleColumn', () => {
  it('sums up any stretch as the samples themselves do', () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 5000 }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 1500 }),
        fc.nat(1500),
        fc.nat(1500),
        fc.nat(1500),
        (values, one, other, early) => {
          const column = new SampleColumn(2048);
          const from = Math.min(one, other, values.length);
          const end = Math.min(Math.max(one, other), values.length);
          values.forEach((each, index) => {
            column.set(index, each);
            // Asked now and then while it grows, as a graph does.
            if (index === early) column.addStretch(emptyStretch(), 0, index + 1, index + 1);
          });
          const summed = emptyStretch();
          column.addStretch(summed, from, end, values.length);
          const measured = values.slice(from, end).filter((each) => !Number.isNaN(each));
          expect(summed).toEqual({
            count: measured.length,
            sum: measured.reduce((sum, each) => sum + each, 0),
            minimum: measured.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
            maximum: measured.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY),
          });
        },
      ),
    );
  });
});

describe('SampleHistory', () => {
  it('sums up rightly after the oldest were given up', () => {
    const history = new SampleHistory();
    for (let second = 0; second < MAX_SAMPLES + 5000; second += 1) {
      history.push(sample(second));
      if (second % 7000 === 0) history.stretch('encoded', 0, history.length);
    }
    let sum = 0;
    for (let index = 0; index < history.length; index += 1) sum += history.valueAt('encoded', index);
    expect(history.stretch('encoded', 0, history.length)).toMatchObject({ count: history.length, sum });
  });

  it('takes the same memory however long it goes on', () => {
    const history = new SampleHistory();
    const asked = (): number => {
      for (const name of history.columnNames) history.stretch(name, 0, history.length);
      return history.bytes;
    };
    for (let second = 0; second < MAX_SAMPLES; second += 1) history.push(sample(second));
    const full = asked();
    for (let second = MAX_SAMPLES; second < MAX_SAMPLES + 20_000; second += 1) history.push(sample(second));
    expect(asked()).toBe(full);
    // 18 columns of 43,200 samples; what it comes to over longer stretches is kept beside each.
    expect(full).toBeLessThan(18 * MAX_SAMPLES * 10 + MAX_SAMPLES * 8);
  });

  it('has what all destinations come to', () => {
    const history = new SampleHistory();
    history.push(sample(7, 3));
    expect(history.valueAt('sent', 0)).toBe(4014);
    expect(history.valueAt('acknowledged', 0)).toBe(3800);
    expect(history.valueAt('queue', 0)).toBe(7);
    expect(history.valueAt('dropped', 0)).toBe(6);
  });

  it('comes back from its bytes, and goes on from there', () => {
    const history = new SampleHistory();
    for (let second = 0; second < 100; second += 1) history.push(sample(second, 5));
    const again = new SampleHistory();
    again.load(history.toBytes());
    expect(again.toBytes()).toEqual(history.toBytes());
    again.push(sample(100, 6));
    expect(again.valueAt('dropped:a', 100)).toBe(1);
  });

  it('refuses bytes that are not its own, and stays what it was', () => {
    const history = new SampleHistory();
    history.push(sample(1));
    const good = history.toBytes();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(good.length - 1), (noise, cut) => {
        for (const bad of [noise, good.subarray(0, cut)]) {
          expect(() => history.load(bad)).toThrowError(/report\/unreadable/);
        }
      }),
    );
    expect(history.length).toBe(1);
  });
});
