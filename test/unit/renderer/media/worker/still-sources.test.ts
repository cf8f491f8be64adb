/** Stills that change while they are on air: which picture shows at each moment, and what is given up. */
import { describe, expect, it } from 'vitest';
import type { LayerSource, VideoSource } from '../../../../../renderer/media/layers/layer-source.ts';
import { ColourSource } from '../../../../../renderer/media/stills/colour-source.ts';
import type { StillSource } from '../../../../../renderer/media/stills/drawn-picture.ts';
import { StillSources } from '../../../../../renderer/media/worker/still-sources.ts';
import type { FileEvent, LayerEvent } from '../../../../../renderer/media/worker/worker-messages.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

const format = { width: 64, height: 36, fps: 30, sampleRate: 48_000, channels: 2 } as const;

function open() {
  const opened: VideoSource[] = [];
  const events: (FileEvent | LayerEvent)[] = [];
  const memory = openMemory();
  const canvas = { openSource: (_id: string, source: VideoSource) => void opened.push(source) };
  const stills = new StillSources(
    canvas,
    () => memory,
    (event) => events.push(event),
  );
  return { opened, events, stills };
}

function layerOf(opened: readonly VideoSource[]): LayerSource {
  const [source] = opened;
  if (source === undefined) throw new Error('nothing was opened');
  return source.openLayer(format);
}

/** Has no picture before it is given one. */
class SlowStill implements StillSource {
  picture: ReturnType<ColourSource['pictureAt']>;
  isEnded = false;
  isSettled = false;

  pictureAt() {
    return this.picture;
  }

  nextChangeUs(programUs: number) {
    return this.isSettled ? Infinity : programUs;
  }

  end() {
    this.isEnded = true;
  }
}

const width = async (layer: LayerSource): Promise<number | undefined> => (await layer.prepare(0))?.width;

describe('StillSources', () => {
  it('keeps a source open that changes, and the picture before until the next one is there', async () => {
    const { opened, stills } = open();
    stills.show('a', new ColourSource('#ff0000ff', 8, 8));
    const layer = layerOf(opened);
    expect(await width(layer)).toBe(8);
    const slow = new SlowStill();
    stills.show('a', slow);
    expect(await width(layer)).toBe(8);
    slow.picture = new ColourSource('#ff0000ff', 16, 16).pictureAt();
    expect(await width(layer)).toBe(16);
    expect(opened).toHaveLength(1);
  });

  it('reports the size of a picture once it shows, and again only when the size is another', async () => {
    const { opened, events, stills } = open();
    stills.show('a', new ColourSource('#ff0000ff', 8, 4));
    expect(events).toEqual([]);
    const layer = layerOf(opened);
    await layer.prepare(0);
    stills.show('a', new ColourSource('#00ff00ff', 8, 4));
    await layer.prepare(1);
    stills.show('a', new ColourSource('#00ff00ff', 16, 4));
    await layer.prepare(2);
    expect(events).toEqual([
      { type: 'layerSize', sourceId: 'a', width: 8, height: 4 },
      { type: 'layerSize', sourceId: 'a', width: 16, height: 4 },
    ]);
  });

  it('shows nothing of a still that is empty, as a text without words', async () => {
    const { opened, stills } = open();
    stills.show('a', new ColourSource('#ff0000ff', 8, 8));
    const layer = layerOf(opened);
    const empty = new SlowStill();
    empty.isSettled = true;
    stills.show('a', empty);
    expect(await width(layer)).toBeUndefined();
  });

  it('gives up what never came to be seen', () => {
    const { stills } = open();
    const [first, second] = [new SlowStill(), new SlowStill()];
    stills.show('a', new ColourSource('#ff0000ff', 8, 8));
    stills.show('a', first);
    stills.show('a', second);
    expect([first.isEnded, second.isEnded]).toEqual([true, false]);
  });

  it('opens a source anew once it was closed', () => {
    const { opened, stills } = open();
    for (let turn = 0; turn < 2; turn += 1) {
      stills.show('a', new ColourSource('#ff0000ff', 8, 8));
      stills.forget('a');
    }
    expect(opened).toHaveLength(2);
  });

  it('says why an image cannot be shown, and leaves what shows', async () => {
    const { opened, events, stills } = open();
    stills.show('a', new ColourSource('#ff0000ff', 8, 8));
    const image = { bytes: new TextEncoder().encode('no image').buffer };
    await stills.openImage({ type: 'openImage', sourceId: 'a', run: 3, image });
    expect(events).toEqual([
      {
        ...{ type: 'imageFailed', sourceId: 'a', run: 3 },
        error: { code: 'source/bad-image', details: { reason: 'imageUnknown' } },
      },
    ]);
    expect(await width(layerOf(opened))).toBe(8);
  });
});
