import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ComposedFrames } from '../../../../../renderer/media/canvas/composed-frames.ts';
import type { ComposedPicture, SceneComposer } from '../../../../../renderer/media/canvas/scene-composer.ts';
import type { SceneViews } from '../../../../../renderer/media/canvas/views/scene-views.ts';
import type { ProgramSink, RawFrame } from '../../../../../renderer/media/sources/frame-source.ts';
import type { ProgramFormat } from '../../../../../renderer/media/worker/worker-messages.ts';

const program: ProgramFormat = { width: 4, height: 2, fps: 50, sampleRate: 48_000, channels: 2 };

class Sink implements ProgramSink {
  credits = 0;
  isPreviewStale = false;
  skipped = 0;
  readonly sent: (readonly [atUs: number, isRepeated: boolean])[] = [];
  readonly shown: number[] = [];

  get hasCredit(): boolean {
    return this.credits > 0;
  }

  send({ timestampUs }: RawFrame, isRepeated = false): void {
    this.credits -= 1;
    this.sent.push([timestampUs, isRepeated]);
  }

  countSkipped(): void {
    this.skipped += 1;
  }

  wantsUnsent(isRepeated: boolean): boolean {
    return this.isPreviewStale || !isRepeated;
  }

  showUnsent({ timestampUs }: RawFrame): void {
    this.isPreviewStale = false;
    this.shown.push(timestampUs);
  }
}

function start(compose: (timestampUs: number) => Promise<ComposedPicture | undefined>) {
  const sink = new Sink();
  const failed = vi.fn();
  const composer = { compose, setProgram: vi.fn(), end: vi.fn() } as unknown as SceneComposer;
  const views = { compose: async () => await Promise.resolve() } as unknown as SceneViews;
  const frames = new ComposedFrames(composer, program, sink, views, failed);
  return { sink, failed, frames };
}

const picture = (revision: number): ComposedPicture => ({ data: new Uint8Array(12), revision });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('each frame time gets a frame, half a frame late, and an unchanged picture is marked as repeated', async () => {
  let made = 0;
  const { sink, frames } = start(async () => await Promise.resolve(picture(Math.floor(made++ / 2))));
  sink.credits = 10;
  frames.start();
  await vi.advanceTimersByTimeAsync(79);
  frames.end();
  const [[firstUs] = [0, false]] = sink.sent;
  expect(sink.sent.map(([atUs, isRepeated]) => [atUs - firstUs, isRepeated])).toEqual([
    ...[
      [0, false],
      [20_000, true],
    ],
    ...[
      [40_000, false],
      [60_000, true],
    ],
  ]);
});

it('says beforehand which time the next picture shows, for the sound that changes with the picture', async () => {
  const { sink, frames } = start(async () => await Promise.resolve(picture(1)));
  sink.credits = 10;
  frames.start();
  await vi.advanceTimersByTimeAsync(50);
  const { nextUs } = frames;
  await vi.advanceTimersByTimeAsync(20);
  frames.end();
  expect(sink.sent.at(-1)?.[0]).toBe(nextUs);
});

it('without a credit the preview alone gets pictures, and an unchanged one only when it lost its own', async () => {
  const { sink, frames } = start(async () => await Promise.resolve(picture(1)));
  frames.start();
  await vi.advanceTimersByTimeAsync(50);
  expect(sink.shown).toHaveLength(1);
  sink.isPreviewStale = true;
  await vi.advanceTimersByTimeAsync(20);
  frames.end();
  expect(sink.shown).toHaveLength(2);
  expect(sink.sent).toEqual([]);
  expect(sink.skipped).toBe(4);
});

it('a picture that takes longer than a frame costs the frames meanwhile', async () => {
  const { sink, frames } = start(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return picture(1);
  });
  sink.credits = 10;
  frames.start();
  await vi.advanceTimersByTimeAsync(59);
  frames.end();
  expect(sink.sent).toHaveLength(1);
  expect(sink.skipped).toBe(1);
});

it('a fault that comes with every frame is said once, and again after a good frame', async () => {
  let isBroken = true;
  const { sink, failed, frames } = start(async () => {
    if (isBroken) throw new Error('no memory');
    return await Promise.resolve(picture(1));
  });
  sink.credits = 10;
  frames.start();
  await vi.advanceTimersByTimeAsync(90);
  expect(failed.mock.calls).toEqual([['no memory']]);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(20);
  isBroken = true;
  await vi.advanceTimersByTimeAsync(20);
  frames.end();
  expect(failed).toHaveBeenCalledTimes(2);
  expect(sink.sent).toHaveLength(1);
});
