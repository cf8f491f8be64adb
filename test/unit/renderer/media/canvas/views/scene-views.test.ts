/** Pictures of scenes for windows: when they are composed, how large, and what they give back. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawColour } from '../../../../../../renderer/media/canvas/draw-colour.ts';
import { LayerPictures } from '../../../../../../renderer/media/layers/layer-pictures.ts';
import { SceneViews, viewSize } from '../../../../../../renderer/media/canvas/views/scene-views.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { Still, program, sceneOf } from '../../../../../support/compositor/composer-rig.ts';

class Frame {
  readonly data: Uint8Array;
  readonly codedWidth: number;

  constructor(data: Uint8Array, { codedWidth }: { codedWidth: number }) {
    this.data = data.slice();
    this.codedWidth = codedWidth;
  }
}

beforeEach(() => void vi.stubGlobal('VideoFrame', Frame));
afterEach(() => void vi.unstubAllGlobals());

function begin() {
  const memory = openMemory();
  const red = new Still(drawColour(memory, '#ff0000ff'));
  const blue = new Still(drawColour(memory, '#0000ffff'));
  const pictures = new LayerPictures(
    new Map([
      ['red', red],
      ['blue', blue],
    ]),
  );
  const views = new SceneViews(() => memory, pictures);
  const open = (viewId: number, fps = 10, maxWidth = 100) => {
    const written: Frame[] = [];
    const stream = new WritableStream<VideoFrame>({
      write: (frame) => void written.push(frame as unknown as Frame),
    });
    views.open(viewId, stream, { maxWidth, fps });
    return written;
  };
  let frame = 0;
  const tick = async (count = 1) => {
    for (let each = 0; each < count; each += 1) {
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      await views.compose(Math.round((frame++ * 1_000_000) / 30), program);
      // oxlint-disable-next-line no-await-in-loop -- the stream takes the frame
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { memory, red, blue, views, open, tick };
}

const layersOf = (id: string) => sceneOf(id, { kind: 'cut' }).layers;

it('a picture is composed only while somebody looks, and when it changed', async () => {
  const { views, open, tick, red, memory } = begin();
  const written = open(1);
  expect(views.isNeeded).toBe(true);
  await tick(6);
  views.show(1, { layers: layersOf('red'), isLookedAt: false });
  await tick(6);
  expect(written).toHaveLength(0);
  expect(red.asked).toHaveLength(0);
  views.show(1, { layers: layersOf('red'), isLookedAt: true });
  await tick(12);
  expect(written.map(({ data }) => data[0])).toEqual([63]);
  red.picture = drawColour(memory, '#0000ffff');
  await tick(6);
  expect(written.map(({ data }) => data[0])).toEqual([63, 32]);
  // A window that was hidden may have lost its picture.
  views.show(1, { layers: layersOf('red'), isLookedAt: false });
  views.show(1, { layers: layersOf('red'), isLookedAt: true });
  await tick(6);
  expect(written).toHaveLength(3);
});

it('each view keeps its own pace, and no frame time has more than two of them', async () => {
  const { views, open, tick, red, memory } = begin();
  const all = [1, 2, 3, 4].map((id) => open(id, 10));
  for (const id of [1, 2, 3, 4]) views.show(id, { layers: layersOf('red'), isLookedAt: true });
  for (let each = 0; each < 30; each += 1) {
    red.picture = drawColour(memory, each % 2 === 0 ? '#ff0000ff' : '#0000ffff');
    const before = all.flat().length;
    // oxlint-disable-next-line no-await-in-loop -- frame after frame
    await tick();
    expect(all.flat().length - before).toBeLessThanOrEqual(2);
  }
  for (const written of all) {
    expect(written.length).toBeGreaterThanOrEqual(7);
    expect(written.length).toBeLessThanOrEqual(11);
  }
});

it('a source is asked once in a frame time, whoever shows it', async () => {
  const { views, open, tick, red } = begin();
  open(1);
  open(2);
  for (const id of [1, 2]) views.show(id, { layers: layersOf('red'), isLookedAt: true });
  await tick();
  expect(red.asked).toEqual([0]);
});

it('a closed view shows nothing and gives its memory back', async () => {
  const { views, open, tick, memory } = begin();
  const before = memory.usedBytes;
  const written = open(1);
  views.show(1, { layers: layersOf('red'), isLookedAt: true });
  await tick();
  expect(memory.usedBytes).toBeGreaterThan(before);
  views.close(1);
  await tick(6);
  expect(written).toHaveLength(1);
  expect(views.isNeeded).toBe(false);
  expect(memory.usedBytes).toBe(before);
});

it.each([
  [1280, 720, 640, 640, 360],
  [1280, 720, 1920, 1280, 720],
  [1080, 1920, 270, 270, 480],
  [1366, 768, 333, 334, 188],
])('a view of %i by %i in %i pixels is %i by %i', (width, height, maxWidth, viewWidth, viewHeight) => {
  expect(viewSize({ width, height }, maxWidth)).toEqual({ width: viewWidth, height: viewHeight });
});
