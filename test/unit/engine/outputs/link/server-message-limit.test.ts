import { expect, test } from 'vitest';
import { ServerMessageLimit } from '../../../../../electron/engine/outputs/link/server-message-limit.ts';
import { BroadcastStage, destination } from '../../broadcast/stage/broadcast-stage.ts';

test('five different messages are told at once, the rest one each two seconds with their count', () => {
  const limit = new ServerMessageLimit();
  const told = Array.from({ length: 105 }, (_, index) => limit.count(`words ${index}`, 0));
  expect(told.filter((said) => said !== undefined)).toHaveLength(5);
  expect(limit.due(1999)).toBeUndefined();
  expect(limit.due(2000)).toEqual({ text: 'words 104', times: 100, isRepeated: false });
  expect(limit.due(10_000)).toBeUndefined();
});

test('equal words are told once, then counted', () => {
  const limit = new ServerMessageLimit();
  expect(limit.count('go away', 0)).toEqual({ text: 'go away', times: 1, isRepeated: false });
  for (let count = 0; count < 2499; count += 1) expect(limit.count('go away', count / 2500)).toBeUndefined();
  const said = limit.due(2500);
  expect(said).toEqual({ text: 'go away', times: 2499, isRepeated: true });
});

test('a server that never stops is told of once a minute in the end', () => {
  const limit = new ServerMessageLimit();
  let told = 0;
  for (let nowMs = 0; nowMs < 3_600_000; nowMs += 100) {
    if (limit.count(`words ${nowMs}`, nowMs)) told += 1;
  }
  expect(told).toBeGreaterThan(50);
  expect(told).toBeLessThan(50 + 60);
});

test('20,000 statuses of one destination make few events and log lines, and the other loses nothing', async () => {
  const stage = new BroadcastStage();
  stage.start([destination('good'), destination('evil')]);
  await stage.run(1000);
  const [good, evil] = stage.network.publishers;
  const before = stage.events.length;
  for (let second = 0; second < 8; second += 1) {
    for (let count = 0; count < 2500; count += 1) {
      evil?.status(`words ${count % 7}`);
    }
    await stage.run(1000);
  }
  expect(stage.events.length - before).toBeLessThan(12);
  expect(stage.events.at(-1)).toMatchObject({ code: 'serverSaid', destinationName: 'Service evil' });
  expect(good?.media('video')).toHaveLength(9 * 25);
  expect(stage.phases()).toEqual(['live', 'live']);
});
