import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgramFormat } from '../../../../../renderer/media/worker/worker-messages.ts';
import type { FrameSink, ProgramSink, RawFrame } from '../../../../../renderer/media/sources/frame-source.ts';
import { ProgramPreview } from '../../../../../renderer/media/canvas/program-preview.ts';
import { ProgramScene } from '../../../../../renderer/media/canvas/program-scene.ts';
import { TrackFrames } from '../../../../../renderer/media/sources/track-frames.ts';
import { TrackReader } from '../../../../../renderer/media/sources/track-reader.ts';

const format: ProgramFormat = { width: 4, height: 2, fps: 30, sampleRate: 48_000, channels: 2 };
const picture: RawFrame = {
  timestampUs: 1,
  width: 4,
  height: 2,
  format: 'I420',
  colour: 'bt709-limited',
  data: new Uint8Array(12),
};

/** A platform frame, as far as capture and preview use one: its first byte tells one picture from another. */
class Frame {
  static made: Frame[] = [];
  readonly format = 'I420';
  readonly colorSpace = { matrix: 'bt709', fullRange: false };
  readonly visibleRect = { x: 0, y: 0, width: 4, height: 2 };
  readonly displayWidth = 4;
  readonly displayHeight = 2;
  readonly timestamp: number;
  readonly first: number;
  isOpen = true;

  constructor(data: Uint8Array, { timestamp }: { timestamp: number }) {
    this.first = data[0] ?? -1;
    this.timestamp = timestamp;
    Frame.made.push(this);
  }

  copyTo(target: ArrayBuffer): Promise<void> {
    new Uint8Array(target).fill(this.first);
    return Promise.resolve();
  }

  clone(): Frame {
    return new Frame(new Uint8Array([this.first]), this);
  }

  close(): void {
    this.isOpen = false;
  }
}

class Engine implements FrameSink {
  credits = 0;
  readonly sent: number[] = [];
  skipped = 0;

  get hasCredit(): boolean {
    return this.credits > 0;
  }

  send({ data }: RawFrame): void {
    this.credits -= 1;
    this.sent.push(data[0] ?? -1);
  }

  countSkipped(): void {
    this.skipped += 1;
  }
}

/** The track that the window plays; `isBusy` while it takes no frame. */
class Track {
  readonly shown: number[] = [];
  #free: (() => void) | undefined;
  isBusy = false;
  readonly writable = new WritableStream<VideoFrame>({
    write: (frame) => {
      this.shown.push((frame as unknown as Frame).first);
      frame.close();
      return this.isBusy ? new Promise((resolve) => (this.#free = resolve)) : undefined;
    },
  });

  free(): void {
    this.isBusy = false;
    this.#free?.();
  }
}

class Canvas {
  getContext(): object {
    const pixels = { data: new Uint8ClampedArray(format.width * format.height * 4) };
    return { fillRect: () => undefined, fillText: () => undefined, getImageData: () => pixels };
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('VideoFrame', Frame);
  vi.stubGlobal('OffscreenCanvas', Canvas);
  Frame.made = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function start() {
  const engine = new Engine();
  const track = new Track();
  const shown: boolean[] = [];
  const preview = new ProgramPreview((isShown) => shown.push(isShown));
  const scene = new ProgramScene(engine, preview);
  preview.connect(track.writable);
  preview.setLookedAt(true);
  await vi.advanceTimersByTimeAsync(1000);
  let sink: ProgramSink | undefined;
  const show = (): ProgramSink => {
    scene.show((given) => {
      sink = given;
      const nothing = (): void => undefined;
      return { start: nothing, setProgram: nothing, onCredit: nothing, end: nothing };
    });
    if (sink === undefined) throw new Error('the scene gave no sink');
    return sink;
  };
  return { engine, track, preview, scene, show, shown };
}

const frameOf = (first: number): RawFrame => ({ ...picture, data: new Uint8Array(12).fill(first) });
const settle = async () => await vi.advanceTimersByTimeAsync(0);

describe('the preview', () => {
  it('shows the pictures that were sent, and one that is repeated only once', async () => {
    const { engine, track, show } = await start();
    const sink = show();
    for (const [first, isRepeated] of [
      [1, false],
      [2, false],
      [2, true],
      [2, true],
      [3, false],
    ] as const) {
      sink.send(frameOf(first), isRepeated);
      await settle();
    }
    expect(engine.sent).toEqual([1, 2, 2, 2, 3]);
    expect(track.shown).toEqual([1, 2, 3]);
    expect(Frame.made.filter(({ isOpen }) => isOpen)).toEqual([]);
  });

  it('shows unsent pictures only while none is sent', async () => {
    const { show } = await start();
    const sink = show();
    expect(sink.wantsUnsent(false)).toBe(true);
    sink.send(frameOf(1));
    await settle();
    expect(sink.wantsUnsent(false)).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(sink.wantsUnsent(false)).toBe(true);
    expect(sink.wantsUnsent(true)).toBe(false);
  });

  it('rests nine times as long as an unsent picture took to make', async () => {
    const { show } = await start();
    const sink = show();
    sink.showUnsent(frameOf(1), 10_000);
    await vi.advanceTimersByTimeAsync(89);
    expect(sink.wantsUnsent(false)).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(sink.wantsUnsent(false)).toBe(true);
  });

  it('goes on soon after one unsent picture that took a second', async () => {
    const { show } = await start();
    const sink = show();
    sink.showUnsent(frameOf(1), 1_000_000);
    await vi.advanceTimersByTimeAsync(199);
    expect(sink.wantsUnsent(false)).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(sink.wantsUnsent(false)).toBe(true);
  });

  it('makes nothing while nobody looks, and shows the picture of then once somebody does', async () => {
    const { engine, track, preview, show } = await start();
    const sink = show();
    preview.setLookedAt(false);
    sink.send(frameOf(1));
    sink.send(frameOf(1), true);
    expect([sink.wantsUnsent(false), engine.sent.length, Frame.made.length]).toEqual([false, 2, 0]);
    preview.setLookedAt(true);
    sink.send(frameOf(1), true);
    await settle();
    expect(track.shown).toEqual([1]);
  });

  it('lets nothing queue where the window is slow, sends all the same, and shows the newest in the end', async () => {
    const { engine, track, show } = await start();
    const sink = show();
    track.isBusy = true;
    for (let first = 1; first <= 100; first += 1) {
      sink.send(frameOf(first));
      await settle();
    }
    expect([engine.sent.length, track.shown, Frame.made.length]).toEqual([100, [1], 1]);
    track.free();
    await settle();
    sink.send(frameOf(100), true);
    await settle();
    expect(track.shown).toEqual([1, 100]);
  });

  it('closes a frame that the ended track does not take, and sends on', async () => {
    const engine = new Engine();
    const preview = new ProgramPreview(() => undefined);
    preview.connect(new WritableStream({ write: () => Promise.reject(new Error('the track ended')) }));
    preview.setLookedAt(true);
    const scene = new ProgramScene(engine, preview);
    scene.show((sink) => ({
      start: () => {
        sink.send(frameOf(1));
        sink.send(frameOf(2));
      },
      setProgram: () => undefined,
      onCredit: () => undefined,
      end: () => undefined,
    }));
    await settle();
    expect(engine.sent).toEqual([1, 2]);
    expect(Frame.made.filter(({ isOpen }) => isOpen)).toEqual([]);
  });

  it('has a picture from the first frame on, through the loss of a device and while away, until nothing is on air', async () => {
    const { scene, show, shown } = await start();
    show().showUnsent(frameOf(1), 0);
    expect(shown).toEqual([true]);
    scene.hold();
    scene.setAway(true, format, 'Be right back');
    scene.clear();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([true]);
    scene.setAway(false, format, 'Be right back');
    expect(shown).toEqual([true, false]);
  });

  it('shows the slate while away without a stream, drawn once, and nothing of the source behind it', async () => {
    const { engine, track, scene, show, preview } = await start();
    const sink = show();
    scene.setAway(true, format, 'Be right back');
    await vi.advanceTimersByTimeAsync(1000);
    expect([track.shown.length, engine.sent.length]).toEqual([1, 0]);
    sink.showUnsent(frameOf(7), 0);
    sink.send(frameOf(7));
    expect(sink.wantsUnsent(false)).toBe(false);
    preview.setLookedAt(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(track.shown).toHaveLength(2);
    expect(track.shown).not.toContain(7);
  });
});

describe('frames of a track before a stream', () => {
  async function startTrack(pacing: 'frames' | 'clock') {
    const parts = await start();
    let give: (first: number) => void = () => undefined;
    const failed = vi.fn();
    const readable = new ReadableStream<VideoFrame>({
      start(controller) {
        give = (first) => {
          const data = new Uint8Array(12).fill(first);
          controller.enqueue(
            new Frame(data, { timestamp: performance.now() * 1000 }) as unknown as VideoFrame,
          );
        };
      },
    });
    const events = {
      ...{ sizeChanged: () => undefined, ended: () => undefined, stalled: () => undefined },
      ...{ frameWanted: () => undefined, failed },
    };
    const reader = new TrackReader(readable, pacing, events);
    reader.start();
    parts.scene.show((sink) => new TrackFrames(reader, pacing, format, sink, failed));
    const next = async (first: number, forMs = 34): Promise<void> => {
      give(first);
      await vi.advanceTimersByTimeAsync(forMs);
    };
    return { ...parts, reader, next, failed };
  }

  it('are seen as they come, and the newest still goes out with the first credit', async () => {
    const { engine, track, scene, reader, next, failed } = await startTrack('frames');
    for (let first = 1; first <= 10; first += 1) await next(first);
    expect(track.shown).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(engine.sent).toEqual([]);
    engine.credits = 1;
    scene.onCredit();
    await settle();
    expect([engine.sent, failed.mock.calls]).toEqual([[10], []]);
    scene.clear();
    reader.end();
    await settle();
    expect(Frame.made.filter(({ isOpen }) => isOpen)).toEqual([]);
  });

  it('of a screen that stands still are copied once, and shown again after the slate', async () => {
    const { engine, track, scene, next } = await startTrack('clock');
    await next(5);
    await vi.advanceTimersByTimeAsync(2000);
    expect(track.shown).toEqual([5]);
    scene.setAway(true, format, 'Be right back');
    await vi.advanceTimersByTimeAsync(500);
    scene.setAway(false, format, 'Be right back');
    await vi.advanceTimersByTimeAsync(500);
    expect(track.shown).toEqual([5, expect.not.toSatisfy((first) => first === 5), 5]);
    engine.credits = 3;
    await vi.advanceTimersByTimeAsync(500);
    expect(engine.sent).toEqual([5, 5, 5]);
    expect(track.shown).toHaveLength(4);
  });

  it('of a screen go out once each, though they come now a little before a frame time, now a little behind', async () => {
    const { engine, next } = await startTrack('clock');
    engine.credits = 100;
    await next(1);
    const earlyAndLate = [3, -3, 4, -4, 2, -2, 4, -3, 3, -4];
    let waited = 0;
    for (const [index, offsetMs] of earlyAndLate.entries()) {
      const dueMs = ((index + 1) * 1000) / format.fps + offsetMs;
      await vi.advanceTimersByTimeAsync(dueMs - waited);
      await next(2 + index, 0);
      waited = dueMs;
    }
    await vi.advanceTimersByTimeAsync(100);
    const sent = engine.sent.filter((first, index) => first !== engine.sent[index - 1]);
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
