import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { CommandRequest } from '../../../../shared/studio/commands.ts';
import { encodingOf } from '../../../../shared/studio/document.ts';
import { openRunner, running } from '../../../support/studio/runner-rig.ts';

const changed = { ...defaultEncodingProfile, videoKbps: 4321 };
const setEncoding = (requestId: string, profile = changed): CommandRequest => ({
  requestId,
  command: { type: 'setEncoding', profile },
});
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'upcast-test-edits-'));

describe('what is changed while a start waits for its source', () => {
  const begin = async (isRehearsal: boolean) => {
    const opened = await openRunner(newFolder(), { ...running, video: 'starting' });
    const started = opened.runner.run({ requestId: 'start', command: { type: 'startStream', isRehearsal } });
    return { ...opened, started };
  };

  it('an encoding is what the engine starts with', async () => {
    const { runner, engine, settings, watch, started } = await begin(true);
    expect(await runner.run(setEncoding('edit'))).toMatchObject({ isDone: true });
    watch.set(running);
    expect(await started).toMatchObject({ isDone: true });
    const start = engine.sent.find((message) => message.type === 'startBroadcast');
    expect(start?.encodings.map(({ profile }) => profile.videoKbps)).toEqual([4321]);
    expect(encodingOf(settings.get().studio).videoKbps).toBe(4321);
  });

  it('a destination that is switched off gets no stream', async () => {
    const { runner, engine, watch, started } = await begin(false);
    const off = runner.run({
      ...{ requestId: 'off' },
      command: { type: 'setDestinationEnabled', id: 'one', isEnabled: false },
    });
    await new Promise((resolve) => setImmediate(resolve));
    watch.set(running);
    await Promise.all([started, off]);
    const starts = engine.sent.filter((message) => message.type === 'startBroadcast');
    const removed = engine.sent.filter((message) => message.type === 'removeDestination');
    const sent = starts.flatMap(({ destinations }) => destinations.map(({ id }) => id));
    expect(sent.filter((id) => !removed.some((each) => each.id === id))).not.toContain('one');
  });
});

it('an encoding for a stream that ended meanwhile is saved for the next one', async () => {
  const { runner, engine, settings } = await openRunner(newFolder());
  engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
  engine.refusal = { code: 'studio/not-ready', details: { reason: 'nothingLive' } };
  expect(await runner.run(setEncoding('late'))).toMatchObject({ isDone: true });
  expect(encodingOf(settings.get().studio).videoKbps).toBe(4321);
});

describe('an edit that is refused while live', () => {
  it('by the engine leaves the document as it was, and is asked again when repeated', async () => {
    const { runner, engine, settings } = await openRunner(newFolder());
    engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
    engine.refusal = { code: 'encoder/unsupported', details: {} };
    expect(await runner.run(setEncoding('first'))).toMatchObject({ isDone: false });
    expect(encodingOf(settings.get().studio)).toEqual(defaultEncodingProfile);
    engine.refusal = undefined;
    expect(await runner.run(setEncoding('second'))).toMatchObject({ isDone: true });
    expect(engine.sent.map(({ type }) => type)).toEqual(['changeProfile', 'changeProfile']);
    expect(encodingOf(settings.get().studio).videoKbps).toBe(4321);
  });

  it('by undo stays undone in neither', async () => {
    const { runner, engine, settings } = await openRunner(newFolder());
    const hevc = { ...defaultEncodingProfile, encoder: 'libx265' } as const;
    await runner.run({ requestId: 'choose', command: { type: 'setEncoding', profile: hevc } });
    engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
    engine.refusal = { code: 'encoder/unsupported', details: {} };
    expect(await runner.run({ requestId: 'undo', command: { type: 'undo' } })).toMatchObject({
      isDone: false,
    });
    expect(encodingOf(settings.get().studio).encoder).toBe('libx265');
  });
});

it('an edit that the disk refuses holds, is told, and is saved with the next one', async () => {
  const folder = newFolder();
  const { runner, engine, settings } = await openRunner(folder);
  const told: string[] = [];
  settings.onNotSaved.on(({ code }) => told.push(code));
  engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, '');
  expect(await runner.run(setEncoding('first'))).toMatchObject({ isDone: true });
  expect(told).toEqual(['settings/write-failed']);
  expect(encodingOf(settings.get().studio).videoKbps).toBe(4321);
  rmSync(folder);
  mkdirSync(folder);
  engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
  const second = { ...changed, fps: 50 };
  expect(await runner.run(setEncoding('second', second))).toMatchObject({ isDone: true });
  expect(engine.sent.map((message) => message.type)).toEqual(['changeProfile', 'changeProfile']);
  const opened = await openRunner(folder);
  expect(encodingOf(opened.settings.get().studio)).toMatchObject({ videoKbps: 4321, fps: 50 });
  rmSync(folder, { recursive: true, force: true });
});
