import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PastStreamStore } from '../../../../electron/main/studio/past-stream-store.ts';
import { SampleHistory } from '../../../../shared/broadcast/sample-history.ts';
import { texts } from '../../../../shared/text/text.ts';
import type { BroadcastEvent, StatsSummary } from '../../../../shared/broadcast/statistics.ts';

let folder: string;
const unreadable: string[] = [];
const summaryAt = (startedMs: number): StatsSummary => ({
  type: 'summary',
  startedMs,
  endedMs: startedMs + 60_000,
  outcome: 'ended',
  capturedFrames: 1800,
  skippedFrames: 0,
  encodedFrames: 1800,
  destinations: [
    {
      kind: 'destination',
      id: 'a',
      name: 'Twitch',
      liveMs: 60_000,
      sentBytes: 1e7,
      sentFrames: 1800,
      droppedFrames: 3,
      reconnects: 1,
    },
  ],
});
const event: BroadcastEvent = {
  type: 'event',
  timeMs: 5,
  kind: 'destinationLost',
  destinationName: 'Twitch',
  code: 'destinationLost',
  details: {},
};
const noSamples = new SampleHistory().toBytes();
const open = (bounds: { maximumStreams?: number; maximumBytes?: number } = {}) =>
  new PastStreamStore({ folder, onUnreadable: (id) => unreadable.push(id), ...bounds });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-reports-'));
  unreadable.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('PastStreamStore', () => {
  it('lists the newest first, and opens one whole', async () => {
    const streams = open();
    await streams.add(summaryAt(1_000_000), [event], noSamples);
    await streams.add(summaryAt(2_000_000), [event], noSamples);
    const heads = await open().list();
    expect(heads.map(({ summary }) => summary.startedMs)).toEqual([2_000_000, 1_000_000]);
    const kept = await open().open(heads[0]?.id ?? '');
    expect(kept.events).toEqual([event]);
    expect(kept.summary).toEqual(summaryAt(2_000_000));
    expect([...kept.samples]).toEqual([...noSamples]);
  });

  it('opens a stream that an earlier version saved as sentences, and one with a code of a later version', async () => {
    const streams = open();
    const { id } = await streams.add(summaryAt(1_000_000), [], noSamples);
    const old = {
      type: 'event',
      timeMs: 5,
      kind: 'destinationLost',
      destinationName: 'Twitch',
      text: 'Gone.',
    };
    const later = { ...old, code: 'destinationAbducted', details: { by: 'aliens' } };
    const damaged = { ...old, code: 'destinationConnecting', details: { attempt: 'one' } };
    const kept = { version: 1, summary: summaryAt(1_000_000), events: [old, later, damaged] };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(kept));
    const { events } = await open().open(id);
    expect(events.map((each) => texts.events.sentence(each))).toEqual(Array(3).fill('Twitch: Gone.'));
    expect(events.map(({ kind }) => kind)).toEqual(Array(3).fill('destinationLost'));
  });

  it('keeps all that a long stream may have: destinations switched off and on 300 times, long ids, codes of a later version', async () => {
    const summary = summaryAt(1_000_000);
    const id = `${'a'.repeat(64)}-backup`;
    const destinations = Array.from({ length: 300 }, () =>
      summary.destinations.map((one) => ({ ...one, id })),
    ).flat();
    const streams = open();
    const head = await streams.add(
      { ...summary, destinations },
      [{ ...event, destinationId: id }],
      noSamples,
    );
    const path = join(folder, `${head.id}.json`);
    const later = readFileSync(path, 'utf8').replace(
      '"events":[{',
      '"events":[{"error":{"code":"rtmp/later","details":{}},',
    );
    writeFileSync(path, later);
    const kept = await open().open(head.id);
    expect(kept.summary.destinations).toHaveLength(300);
    expect(kept.events[0]).toMatchObject({ destinationId: id, error: { code: 'internal/bug' } });
    expect(unreadable).toEqual([]);
  });

  it('saves each sentence beside its code, for an earlier version', async () => {
    const { id } = await open().add(summaryAt(1_000_000), [event], noSamples);
    const saved = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as { events: unknown[] };
    expect(saved.events).toEqual([{ ...event, text: 'Lost the connection to Twitch.' }]);
  });

  it('keeps so many and so much, and always the newest', async () => {
    const streams = open({ maximumStreams: 3 });
    for (let index = 0; index < 5; index += 1) await streams.add(summaryAt(index * 1000), [], noSamples);
    expect((await streams.list()).map(({ summary }) => summary.startedMs)).toEqual([4000, 3000, 2000]);
    const small = open({ maximumBytes: 10 });
    await small.add(summaryAt(9000), [], noSamples);
    expect((await small.list()).map(({ summary }) => summary.startedMs)).toEqual([9000]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('brings back what was deleted, until the next start', async () => {
    const streams = open();
    const { id } = await streams.add(summaryAt(1000), [event], noSamples);
    await streams.delete(id);
    expect(await streams.list()).toEqual([]);
    await streams.restore(id);
    expect((await streams.open(id)).samples.length).toBe(noSamples.length);
    await streams.delete(id);
    await streams.tidy();
    expect(readdirSync(folder)).toEqual([]);
    await expect(streams.restore(id)).rejects.toMatchObject({ code: 'report/gone' });
  });

  it('clears away at the start what a save that was cut off left behind', async () => {
    await open().add(summaryAt(1000), [], noSamples);
    const kept = readdirSync(folder);
    // No process has this id: the system's largest is far below.
    writeFileSync(join(folder, '.20260101-000000-000.json.999999999.tmp'), '{"ver');
    writeFileSync(join(folder, '20260101-000000-000.samples'), 'figures of a report that was never finished');
    await open().tidy();
    expect(readdirSync(folder)).toEqual(kept);
  });

  it('lists the others when one cannot be read, and leaves that where it is', async () => {
    const streams = open();
    await streams.add(summaryAt(1000), [], noSamples);
    writeFileSync(join(folder, '20260101-000000-000.json'), '{"version":1,"summary":{}}');
    expect(await streams.list()).toHaveLength(1);
    expect(unreadable).toEqual(['20260101-000000-000']);
    await expect(streams.open('20260101-000000-000')).rejects.toMatchObject({ code: 'report/unreadable' });
    await expect(streams.open('20260101-000000-001')).rejects.toMatchObject({ code: 'report/gone' });
    expect(readdirSync(folder)).toHaveLength(3);
  });
});
