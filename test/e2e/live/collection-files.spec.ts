/** `live` with a collection that shows files beside it: judged in what the server recorded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { canvasTransform, centredTransform } from '../../../shared/studio/transform.ts';
import { paint, pngFile } from '../../support/media/image-files.ts';
import { SMALL_HEIGHT, SMALL_WIDTH, colourAt, smallPictures } from '../../support/media/small-pictures.ts';
import { runLive } from '../../support/processes/run-live.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { threeScenes } from '../../support/studio/live-collections.ts';

const CANVAS = { width: 640, height: 360 };

let server: NginxServer;
let folder: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-collection-files-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An SVG over the whole canvas, and a smaller image in its middle. */
function collection(): StudioDocument {
  const items = [
    newItem('item-ground', 'ground', canvasTransform('stretch', CANVAS)),
    newItem('item-logo', 'logo', {
      ...centredTransform(CANVAS),
      scale: { x: 1, y: 1, referenceHeight: CANVAS.height },
    }),
  ];
  const image = (id: string, path: string) => ({
    ...{ id, name: id, kind: 'video' as const, input: { type: 'image' as const, path } },
  });
  return {
    ...threeScenes(),
    sources: [image('ground', 'ground.svg'), image('logo', 'logo.png')],
    scenes: [{ id: 'main', name: 'Main', items }],
    canvases: [{ id: 'main', name: 'Main', sceneId: 'main', transition: { kind: 'cut' } }],
    channels: [{ id: 'main', sourceId: 'none', isMuted: false, gain: 1 }],
  };
}

const colours = { red: [255, 0, 0], blue: [0, 0, 255], yellow: [255, 255, 0] } as const;

function nameOf(seen: readonly number[]): string {
  const near = Object.entries(colours).find(([, wanted]) =>
    wanted.every((value, at) => Math.abs((seen[at] ?? -1) - value) < 24),
  );
  return near?.[0] ?? 'other';
}

it('shows the images that the collection names beside it, and one that a command names', async () => {
  const file = join(folder, 'collection.json');
  writeFileSync(file, JSON.stringify(collection()));
  const red =
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="red"/></svg>';
  writeFileSync(join(folder, 'ground.svg'), red);
  const [first, second] = ['logo.png', 'other.png'].map((name) => join(folder, name));
  writeFileSync(`${first}`, pngFile(paint(200, 100, () => [0, 0, 255, 255])));
  writeFileSync(`${second}`, pngFile(paint(200, 100, () => [255, 255, 0, 255])));
  const commands = join(folder, 'commands.ndjson');
  const command = { type: 'setSourceInput', sourceId: 'logo', input: { type: 'image', path: second } };
  writeFileSync(commands, `${JSON.stringify({ at: 2, command })}\n`);
  const result = await runLive({
    args: [
      ...['--collection', file, '--command', commands, '--to', `${server.url}/files`],
      ...['--key-in-arguments', '--seconds', '5'],
    ],
    userData: join(folder, 'user-data'),
  });
  expect(result).toMatchObject({ code: 0 });
  expect(JSON.parse(result.stdout)).toMatchObject({ isDone: true });

  const recorded = await smallPictures(await server.finishedRecording('files'));
  const seen = recorded.map((picture) =>
    [colourAt(picture, 1, 1), colourAt(picture, SMALL_WIDTH / 2, SMALL_HEIGHT / 2)].map(nameOf).join(' '),
  );
  // The scene comes on air as its files are read, and changes without a picture between.
  expect([...new Set(seen)].slice(-2)).toEqual(['red blue', 'red yellow']);
  expect(seen.lastIndexOf('red blue')).toBe(seen.indexOf('red yellow') - 1);
  expect(seen.at(-1)).toBe('red yellow');
});
