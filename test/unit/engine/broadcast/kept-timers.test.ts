/** Timers that have fired are let go: a link that is live for days holds no more of them than one that is live for a minute. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { BroadcastStage, destination } from './stage/broadcast-stage.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Handles of timers that something still holds. */
async function heldHandles(handles: readonly WeakRef<object>[]): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return handles.filter((handle) => handle.deref() !== undefined).length;
}

test('eight destinations hold a constant number of timers, live or out of reach, over an hour', async () => {
  const stage = new BroadcastStage();
  const handles: WeakRef<object>[] = [];
  const after = stage.clock.after.bind(stage.clock);
  stage.clock.after = (delayMs, run) => {
    const handle = after(delayMs, run);
    handles.push(new WeakRef(handle));
    return handle;
  };
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  stage.start(ids.map((id) => destination(id)));
  await stage.run(20_000);
  // Half of them can't be reached from now on: they are knocked at each second.
  stage.network.answer = (url) => (/\/\/[a-d]\//.test(url) ? 'transport/unreachable' : 'accept');
  for (const publisher of stage.network.publishers.slice(0, 4)) publisher.lose();
  await stage.clock.advance(60_000);
  const early = await heldHandles(handles);
  const pending = stage.clock.pending;
  await stage.clock.advance(3_600_000);
  expect(handles.length).toBeGreaterThan(30_000);
  expect(stage.clock.pending).toBeLessThanOrEqual(pending + 8);
  expect(await heldHandles(handles)).toBeLessThanOrEqual(early + 16);
}, 60_000);
