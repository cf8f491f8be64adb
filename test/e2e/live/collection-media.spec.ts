/** `live` with a collection that plays a media file beside it, controlled by commands: judged in what the server recorded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import { makeClip } from '../../support/media/clips/numbered-clips.ts';
import { stepOf, stepped } from '../../support/media/clips/stepped-clips.ts';
import { colourAt, smallPictures } from '../../support/media/small-pictures.ts';
import { runLive } from '../../support/processes/run-live.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { threeScenes } from '../../support/studio/live-collections.ts';

const CANVAS = { width: 640, height: 360 };

let server: NginxServer;
let folder: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-collection-media-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A clip that loops, and a scene of red. */
function collection(): StudioDocument {
  const studio = threeScenes();
  const input = { ...newMedia, paths: ['clip.mp4'], isLooping: true };
  const items = [newItem('item-clip', 'clip', canvasTransform('stretch', CANVAS))];
  return {
    ...studio,
    sources: [...studio.sources, { id: 'clip', name: 'Clip', kind: 'video', input }],
    scenes: [{ id: 'scene-clip', name: 'Clip', items }, ...studio.scenes],
    canvases: studio.canvases.map((canvas) => ({ ...canvas, sceneId: 'scene-clip' })),
  };
}

it('plays the file that the collection names beside it, pauses by a command, and restarts with its scene', async () => {
  const file = join(folder, 'collection.json');
  writeFileSync(file, JSON.stringify(collection()));
  await makeClip(folder, 'clip.mp4', stepped(300));
  const commands = join(folder, 'commands.ndjson');
  const switchTo = (sceneId: string) => ({ type: 'switchScene', canvasId: 'main', sceneId });
  const lines = [
    { at: 2, command: { type: 'controlMedia', sourceId: 'clip', action: 'pause' } },
    { at: 4, command: switchTo('scene-red') },
    { at: 6, command: switchTo('scene-clip') },
    { at: 6, command: { type: 'controlMedia', sourceId: 'red', action: 'pause' } },
  ];
  writeFileSync(commands, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const result = await runLive({
    args: [
      ...['--collection', file, '--command', commands, '--to', `${server.url}/media`],
      ...['--key-in-arguments', '--seconds', '8'],
    ],
    userData: join(folder, 'user-data'),
  });
  expect(result).toMatchObject({ code: 0 });
  const answers = result.stdout.trimEnd().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as { isDone: boolean }).isDone)).toEqual([
    ...[true, true, true, false],
  ]);

  const recorded = await smallPictures(await server.finishedRecording('media'));
  // Black comes first where the clip isn't there yet.
  const isRed = recorded.map((picture) => {
    const [red = 0, green = 255] = colourAt(picture, 16, 9);
    return red > 100 && green < 20;
  });
  const cut = isRed.indexOf(true);
  const back = isRed.lastIndexOf(true) + 1;
  expect(cut).toBeGreaterThan(0);
  const steps = recorded.map(stepOf);
  // It stood before the cut, and moved before.
  expect(new Set(steps.slice(cut - 20, cut)).size).toBe(1);
  expect(new Set(steps.slice(0, cut)).size).toBeGreaterThan(8);
  // Its first frame comes with the cut back.
  expect(steps[back]).toBe(0);
  expect(new Set(steps.slice(back)).size).toBeGreaterThan(8);
});
