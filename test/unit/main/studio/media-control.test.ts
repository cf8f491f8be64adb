/** What a person or a remote control asks of a media source goes to the page that captures, and is refused where it fits nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../../shared/studio/commands.ts';
import { newMedia } from '../../../../shared/studio/files/media-input.ts';
import { openRunner } from '../../../support/studio/runner-rig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-media-control-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function openClip() {
  const { runner, settings, controls } = await openRunner(folder);
  const run = async (command: Command) => await runner.run({ requestId: 'one', command });
  const path = join(folder, 'a.mp4');
  runner.allowFile(path);
  const answer = await run({
    ...{ type: 'addSource', sceneId: 'main', name: 'Clip' },
    input: { ...newMedia, paths: [path] },
  });
  const sourceId = (answer.isDone ? answer.created?.sourceId : undefined) ?? '';
  return { run, sourceId, controls, studio: () => settings.get().studio };
}

test('passes a control on and saves nothing of it', async () => {
  const { run, sourceId, controls, studio } = await openClip();
  const before = studio();
  expect(await run({ type: 'controlMedia', sourceId, action: 'seek', atMs: 1500 })).toMatchObject({
    isDone: true,
  });
  expect(controls).toEqual([{ sourceId, action: 'seek', atMs: 1500 }]);
  expect(studio()).toBe(before);
});

test('plays a file of the list, and refuses one that the list has not', async () => {
  const { run, sourceId, controls } = await openClip();
  expect(await run({ type: 'controlMedia', sourceId, action: 'playFile', entry: 0 })).toMatchObject({
    isDone: true,
  });
  for (const entry of [1, undefined])
    expect(await run({ type: 'controlMedia', sourceId, action: 'playFile', entry })).toMatchObject({
      error: { code: 'input/bad-message' },
    });
  expect(controls).toEqual([{ sourceId, action: 'playFile', entry: 0 }]);
});

test('refuses a source that plays no media, and a seek without a place', async () => {
  const { run, sourceId, controls } = await openClip();
  expect(await run({ type: 'controlMedia', sourceId: 'video', action: 'play' })).toMatchObject({
    error: { code: 'studio/refused', details: { reason: 'sourceUnknown' } },
  });
  expect(await run({ type: 'controlMedia', sourceId, action: 'seek' })).toMatchObject({
    error: { code: 'input/bad-message' },
  });
  expect(controls).toEqual([]);
});

test('a media source names no file that nobody chose', async () => {
  const { run, sourceId } = await openClip();
  const input = { ...newMedia, paths: [join(folder, 'a.mp4'), '/etc/passwd'] };
  expect(await run({ type: 'setSourceInput', sourceId, input })).toMatchObject({
    error: { details: { reason: 'fileNotChosen' } },
  });
});
