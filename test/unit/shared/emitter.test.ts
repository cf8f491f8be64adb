import { afterEach, expect, test } from 'vitest';
import { BufferedEmitter } from '../../../electron/rtmp/publisher/buffered-emitter.ts';
import { Emitter } from '../../../shared/emitter.ts';
import { isolate, setFaultOwner } from '../../../shared/report-fault.ts';

afterEach(() => setFaultOwner(undefined));

function ownFaults(): unknown[] {
  const faults: unknown[] = [];
  setFaultOwner((error) => faults.push(error));
  return faults;
}

test('a listener that throws keeps no event from the others, and its error goes to the owner', () => {
  const faults = ownFaults();
  const emitter = new Emitter<number>();
  const seen: number[] = [];
  const thrown = new Error('of a listener');
  emitter.on(() => {
    throw thrown;
  });
  emitter.on((event) => seen.push(event));
  emitter.emit(1);
  emitter.emit(2);
  expect(seen).toEqual([1, 2]);
  expect(faults).toEqual([thrown, thrown]);
});

test('what waited for a listener that throws is delivered whole, and nothing stays uncaught', async () => {
  const faults = ownFaults();
  const emitter = new BufferedEmitter<number>();
  const seen: number[] = [];
  emitter.emit(1);
  emitter.emit(2);
  emitter.on((event) => {
    seen.push(event);
    throw new Error(`at ${event}`);
  });
  await Promise.resolve();
  emitter.end(3);
  expect(seen).toEqual([1, 2, 3]);
  expect(faults).toHaveLength(3);
});

test('isolate hands an error to the owner instead of the caller', () => {
  const faults = ownFaults();
  isolate(() => {
    throw new Error('of a timer');
  });
  expect(faults).toMatchObject([{ message: 'of a timer' }]);
});
