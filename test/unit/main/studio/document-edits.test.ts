/** Every edit of the studio document by the command runner: saved, answered, taken back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { Command } from '../../../../shared/studio/commands.ts';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import { newMedia } from '../../../../shared/studio/files/media-input.ts';
import { filterDefaults } from '../../../../shared/studio/filters/filter.ts';
import { centredTransform } from '../../../../shared/studio/transform.ts';
import { openRunner } from '../../../support/studio/runner-rig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-edits-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const owner = { sourceId: 'video' };
const STINGER_FILE = '/videos/stinger.webm';

/** A command that fits the default document, for each type of edit; `made` stands for a filter's id. */
const everyEdit: Readonly<Record<DocumentCommand['type'], DocumentCommand>> = {
  setVideoSource: { type: 'setVideoSource', source: { type: 'pattern' } },
  setAudioSource: { type: 'setAudioSource', audio: { type: 'tone' } },
  setAudioLevel: { type: 'setAudioLevel', isMuted: true },
  setEncoding: { type: 'setEncoding', profile: { ...defaultEncodingProfile, videoKbps: 1234 } },
  addScene: { type: 'addScene', name: 'Second' },
  duplicateScene: { type: 'duplicateScene', sceneId: 'main' },
  renameScene: { type: 'renameScene', sceneId: 'main', name: 'First' },
  moveScene: { type: 'moveScene', sceneId: 'main', index: 1 },
  removeScene: { type: 'removeScene', sceneId: 'main' },
  switchScene: { type: 'switchScene', canvasId: 'main', sceneId: 'main' },
  setTransition: { type: 'setTransition', canvasId: 'main', transition: { kind: 'cut' } },
  setSceneTransition: { type: 'setSceneTransition', sceneId: 'main', transition: { kind: 'cut' } },
  setStudioMode: { type: 'setStudioMode', canvasId: 'main', isSwapping: false },
  setPreviewScene: { type: 'setPreviewScene', canvasId: 'main', sceneId: 'main' },
  transition: { type: 'transition', canvasId: 'main' },
  setTransitionPosition: { type: 'setTransitionPosition', canvasId: 'main', position: 0.5 },
  setQuickTransitions: { type: 'setQuickTransitions', canvasId: 'main', quickTransitions: [{ kind: 'cut' }] },
  addSource: { type: 'addSource', sceneId: 'main', name: 'Test', input: { type: 'pattern' } },
  addStingerSource: {
    ...{ type: 'addStingerSource', name: 'Stinger' },
    input: { ...newMedia, paths: [STINGER_FILE] },
  },
  addItem: { type: 'addItem', sceneId: 'main', sourceId: 'video' },
  duplicateItem: { type: 'duplicateItem', sceneId: 'main', itemId: 'item-video' },
  removeItem: { type: 'removeItem', sceneId: 'main', itemId: 'item-video' },
  moveItem: { type: 'moveItem', sceneId: 'main', itemId: 'item-video', index: 1 },
  setItem: { type: 'setItem', sceneId: 'main', itemId: 'item-video', opacity: 0.5 },
  setItemTransition: {
    ...{ type: 'setItemTransition', sceneId: 'main', itemId: 'item-video', when: 'show' },
    transition: { kind: 'fade', durationMs: 300 },
  },
  setTransform: {
    ...{ type: 'setTransform', sceneId: 'main' },
    transforms: [{ itemId: 'item-video', transform: centredTransform({ width: 1280, height: 720 }) }],
  },
  setSourceInput: { type: 'setSourceInput', sourceId: 'video', input: { type: 'pattern' } },
  renameSource: { type: 'renameSource', sourceId: 'video', name: 'Other' },
  addFilter: { type: 'addFilter', owner, name: 'Blur', settings: filterDefaults.blur },
  setFilter: {
    ...{ type: 'setFilter', owner, filterId: 'made' },
    settings: { kind: 'sharpen', sharpness: 0.5 },
  },
  setFilterEnabled: { type: 'setFilterEnabled', owner, filterId: 'made', isEnabled: false },
  renameFilter: { type: 'renameFilter', owner, filterId: 'made', name: 'Sharper' },
  moveFilter: { type: 'moveFilter', owner, filterId: 'made', index: 1 },
  removeFilter: { type: 'removeFilter', owner, filterId: 'made' },
  groupItems: { type: 'groupItems', sceneId: 'main', itemIds: ['item-video'], name: 'Group' },
  ungroupItem: { type: 'ungroupItem', sceneId: 'main', itemId: 'item-group' },
  setChannel: { type: 'setChannel', channelId: 'main', balance: 0.5, tracks: [2, 1] },
  addAudioSource: { type: 'addAudioSource', input: { type: 'system' } },
  setAudioInput: { type: 'setAudioInput', sourceId: 'audio', input: { type: 'tone' } },
  addChannel: { type: 'addChannel', sourceId: 'video' },
  removeChannel: { type: 'removeChannel', channelId: 'main' },
  moveChannel: { type: 'moveChannel', channelId: 'main', index: 1 },
  setMixer: { type: 'setMixer', ceilingDb: -2, trackNames: ['Everything', 'Music'] },
};

/** No steps of undo. */
const preparing: ReadonlySet<string> = new Set([
  'setStudioMode',
  'setPreviewScene',
  'transition',
  'setTransitionPosition',
]);
/** The command for a group that it makes. */
async function ofAGroup(
  command: Extract<DocumentCommand, { type: 'ungroupItem' }>,
  run: (command: Command) => Promise<unknown>,
): Promise<DocumentCommand> {
  const { created } = (await run(everyEdit.groupItems)) as { created: { itemId: string } };
  return { ...command, itemId: created.itemId };
}

describe('CommandRunner', () => {
  it.each(Object.values(everyEdit))('saves what $type does, and takes it back', async (edit) => {
    const { runner, settings } = await openRunner(folder);
    runner.allowFile(STINGER_FILE);
    // A second scene, with the first one last: each edit changes something.
    const run = async (each: Command) => await runner.run({ requestId: 'a', command: each });
    const { created } = (await run({ type: 'addScene', name: 'B' })) as { created: { sceneId: string } };
    await run({ type: 'duplicateItem', sceneId: 'main', itemId: 'item-video' });
    await run({ type: 'addAudioSource', input: { type: 'tone' } });
    await run({ type: 'switchScene', canvasId: 'main', sceneId: created.sceneId });
    const added = { type: 'addFilter', owner, name: 'Sharpen', settings: filterDefaults.sharpen } as const;
    const made = (await run(added)) as { created: { filterId: string } };
    await run({ ...added, settings: filterDefaults.delay });
    const filtered = 'filterId' in edit ? { ...edit, filterId: made.created.filterId } : edit;
    const command = filtered.type === 'ungroupItem' ? await ofAGroup(filtered, run) : filtered;
    if (preparing.has(command.type)) await run({ type: 'setStudioMode', canvasId: 'main', isOn: true });
    if (command.type === 'transition')
      await run({ type: 'setPreviewScene', canvasId: 'main', sceneId: 'main' });
    if (command.type === 'addChannel') {
      await run(everyEdit.switchScene);
      // Its beeps have no channel.
      await run(everyEdit.setVideoSource);
    }
    const before = settings.get().studio;
    expect(await run(command)).toMatchObject({ isDone: true });
    const after = settings.get().studio;
    expect(after).not.toEqual(before);
    expect((await SettingsStore.open(folder, () => 7)).get().studio).toEqual(after);
    if (command.type === 'switchScene' || preparing.has(command.type)) return;
    await run({ type: 'undo' });
    expect(settings.get().studio).toEqual(before);
    await run({ type: 'redo' });
    expect(settings.get().studio).toEqual(after);
  });

  it('answers with the ids that it made, and refuses in words what the document has not', async () => {
    const { runner, settings, failed } = await openRunner(folder);
    const run = async (command: Command) => await runner.run({ requestId: 'a', command });
    const answer = await run(everyEdit.addSource);
    const { sources, scenes, channels } = settings.get().studio;
    const [sourceId, itemId] = [sources.at(-1)?.id, scenes[0]?.items.at(-1)?.id];
    const created = { sourceId, itemId, channelId: channels.at(-1)?.id };
    expect(answer).toEqual({ requestId: 'a', isDone: true, created });
    expect(await run(everyEdit.setItem)).toEqual({ requestId: 'a', isDone: true });
    expect(failed).toEqual([]);
    expect(await run(everyEdit.removeScene)).toEqual({
      ...{ requestId: 'a', isDone: false },
      error: { code: 'studio/refused', details: { reason: 'lastScene' } },
    });
    expect(failed).toEqual(['removeScene']);
  });

  it('uses a file only when it was chosen, or was in the document that was opened', async () => {
    const image = (path: string): Command => ({
      ...{ type: 'addSource', sceneId: 'main', name: 'Image', input: { type: 'image', path } },
    });
    const first = await openRunner(folder);
    const refusal = {
      isDone: false,
      error: { code: 'studio/refused', details: { reason: 'fileNotChosen' } },
    };
    expect(await first.runner.run({ requestId: 'a', command: image('/chosen.png') })).toMatchObject(refusal);
    first.runner.allowFile('/chosen.png');
    expect(await first.runner.run({ requestId: 'a', command: image('/chosen.png') })).toMatchObject({
      isDone: true,
    });
    const change: Command = {
      ...{ type: 'setSourceInput', sourceId: 'video', input: { type: 'image', path: '/etc/passwd' } },
    };
    expect(await first.runner.run({ requestId: 'a', command: change })).toMatchObject(refusal);
    const again = await openRunner(folder);
    expect(await again.runner.run({ requestId: 'a', command: image('/chosen.png') })).toMatchObject({
      isDone: true,
    });
    expect(await again.runner.run({ requestId: 'a', command: image('/other.png') })).toMatchObject(refusal);
  });

  it('takes back a whole gesture at once', async () => {
    const { runner, settings } = await openRunner(folder);
    const before = settings.get().studio;
    for (const opacity of [0.9, 0.8, 0.7]) {
      const command = { ...everyEdit.setItem, opacity, gestureId: 'drag' } as Command;
      await runner.run({ requestId: 'a', command });
    }
    expect(settings.get().studio.scenes[0]?.items[0]?.opacity).toBe(0.7);
    await runner.run({ requestId: 'a', command: { type: 'undo' } });
    expect(settings.get().studio).toEqual(before);
  });
});
