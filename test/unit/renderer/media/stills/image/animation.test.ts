import { describe, expect, it } from 'vitest';
import { AnimationFrames } from '../../../../../../renderer/media/stills/image/animation-frames.ts';
import type { FrameDecoder } from '../../../../../../renderer/media/stills/image/animation-frames.ts';
import { AnimationTimeline } from '../../../../../../renderer/media/stills/image/animation-timeline.ts';
import { Animation } from '../../../../../../renderer/media/stills/image/image-source.ts';

function timelineOf(durationsMs: readonly number[], plays: number): AnimationTimeline {
  const timeline = new AnimationTimeline(durationsMs.length, plays);
  for (const durationMs of durationsMs) timeline.add(durationMs * 1000);
  return timeline;
}

describe('the timeline of an animation', () => {
  it('shows each frame from its start to its end, play after play, without drifting', () => {
    const timeline = timelineOf([20, 50, 30], Infinity);
    for (const play of [0, 1, 1_000_000]) {
      const startUs = play * 100_000;
      expect(timeline.at(startUs)).toEqual({ index: 0, changeUs: startUs + 20_000 });
      expect(timeline.at(startUs + 19_999).index).toBe(0);
      expect(timeline.at(startUs + 20_000)).toEqual({ index: 1, changeUs: startUs + 70_000 });
      expect(timeline.at(startUs + 99_999)).toEqual({ index: 2, changeUs: startUs + 100_000 });
    }
  });

  it('stands on its last frame after the last play', () => {
    const timeline = timelineOf([20, 50, 30], 2);
    expect(timeline.at(169_999)).toEqual({ index: 1, changeUs: 170_000 });
    expect(timeline.at(170_000)).toEqual({ index: 2, changeUs: Infinity });
    expect(timeline.at(1e12)).toEqual({ index: 2, changeUs: Infinity });
  });

  it('gives frames of 10 ms and less 100 ms, as browsers do', () => {
    const timeline = timelineOf([0, 10, 11], Infinity);
    expect(timeline.at(99_999).index).toBe(0);
    expect(timeline.at(199_999).index).toBe(1);
    expect(timeline.at(200_000)).toEqual({ index: 2, changeUs: 211_000 });
  });

  it('shows the newest known frame while the following ones are being decoded', () => {
    const timeline = new AnimationTimeline(3, Infinity);
    timeline.add(20_000);
    expect(timeline.at(5000)).toEqual({ index: 0, changeUs: 20_000 });
    expect(timeline.at(95_000)).toEqual({ index: 0, changeUs: 95_000 });
    timeline.add(50_000);
    timeline.add(30_000);
    expect(timeline.at(95_000)).toEqual({ index: 2, changeUs: 100_000 });
  });

  it('begins with its first frame, and that stands before it', () => {
    expect(timelineOf([20, 50], Infinity).at(-500)).toEqual({ index: 0, changeUs: 20_000 });
  });
});

const FRAME_BYTES = 16;

/** Frames of four pixels, each of its index. Counts what is asked for. */
function decoderOf(frameCount: number, damagedFrom = Infinity): FrameDecoder & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    async decode(index) {
      asked.push(index);
      await Promise.resolve();
      if (index >= damagedFrom) throw new Error('damaged');
      const pixels = new Uint32Array(4).fill(index).buffer;
      return { picture: { width: 2, height: 2, pixels }, durationUs: 100_000 };
    },
    close() {},
  };
}

async function animationOf(decoder: FrameDecoder, frameCount: number, plays: number, keptFrames: number) {
  const timeline = new AnimationTimeline(frameCount, plays);
  const first = await decoder.decode(0);
  return new Animation(
    timeline,
    new AnimationFrames(decoder, timeline, first, keptFrames * FRAME_BYTES),
    1000,
  );
}

/** Everything that was asked of the decoder is answered. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
};

const frameOf = (animation: Animation, programUs: number): number | undefined => {
  const picture = animation.pictureAt(programUs);
  return picture && new Uint32Array(picture.pixels)[0];
};

describe('an animation', () => {
  it('that fits the memory decodes each frame once, and gives the same pictures in each play', async () => {
    const decoder = decoderOf(20);
    const animation = await animationOf(decoder, 20, Infinity, 20);
    const pictures = [];
    for (let step = 0; step < 60; step += 1) {
      animation.pictureAt(1000 + step * 100_000);
      await settle();
      pictures.push(animation.pictureAt(1000 + step * 100_000));
    }
    expect(decoder.asked).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(pictures.slice(20, 40)).toEqual(pictures.slice(0, 20));
    expect(new Set(pictures.map((picture) => picture?.revision)).size).toBe(20);
  });

  it('that is larger decodes some frames ahead and drops those behind', async () => {
    const decoder = decoderOf(30);
    const animation = await animationOf(decoder, 30, Infinity, 12);
    frameOf(animation, 1000);
    await settle();
    expect(Math.max(...decoder.asked)).toBe(7);
    for (let step = 0; step < 90; step += 1) {
      expect(frameOf(animation, 1000 + step * 100_000)).toBe(step % 30);
      await settle();
    }
    expect(decoder.asked.length).toBeLessThan(100);
  });

  it('shows its newest frame while the next one is late, and says that it may change at any time', async () => {
    const animation = await animationOf(decoderOf(3), 3, Infinity, 3);
    expect(animation.nextChangeUs(1000)).toBe(101_000);
    expect(frameOf(animation, 250_000)).toBe(0);
    expect(animation.nextChangeUs(250_000)).toBe(250_000);
    await settle();
    expect(frameOf(animation, 250_000)).toBe(2);
    expect(animation.nextChangeUs(250_000)).toBe(301_000);
  });

  it('with a damaged frame plays those before it', async () => {
    const animation = await animationOf(decoderOf(9, 4), 9, Infinity, 9);
    frameOf(animation, 1000);
    await settle();
    expect([300_999, 301_000, 401_000, 801_000].map((us) => frameOf(animation, us))).toEqual([2, 3, 0, 0]);
  });

  it('shows nothing once it has ended', async () => {
    const animation = await animationOf(decoderOf(3), 3, Infinity, 3);
    animation.end();
    expect(animation.pictureAt(1000)).toBeUndefined();
    await settle();
    expect(animation.pictureAt(500_000)).toBeUndefined();
  });
});
