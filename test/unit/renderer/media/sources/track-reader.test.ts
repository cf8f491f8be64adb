import { afterEach, describe, expect, it, vi } from 'vitest';
import { TrackReader } from '../../../../../renderer/media/sources/track-reader.ts';
import type { Pacing } from '../../../../../renderer/media/worker/worker-messages.ts';
import type { FrameTaker } from '../../../../../renderer/media/sources/track-reader.ts';

class Frame {
  static open = 0;
  readonly displayWidth: number = 4;
  readonly displayHeight: number = 2;
  readonly visibleRect = { x: 0, y: 0, width: 4, height: 2 };
  readonly timestamp: number;

  constructor(timestamp: number) {
    this.timestamp = timestamp;
    Frame.open += 1;
  }

  clone(): Frame {
    return new Frame(this.timestamp);
  }

  close(): void {
    Frame.open -= 1;
  }
}

class Taker implements FrameTaker {
  readonly taken: number[] = [];
  isBusy = false;
  release: () => void = () => undefined;

  /** @param isSlow holds each frame until `release`. */
  constructor(readonly isSlow = false) {}

  async take(frame: VideoFrame): Promise<void> {
    expect(this.isBusy).toBe(false);
    this.isBusy = true;
    this.taken.push(frame.timestamp);
    if (this.isSlow) await new Promise<void>((resolve) => (this.release = resolve));
    frame.close();
    this.isBusy = false;
  }
}

function begin(pacing: Pacing = 'frames') {
  Frame.open = 0;
  let give: (timestamp: number) => void = () => undefined;
  const readable = new ReadableStream<VideoFrame>({
    start(controller) {
      give = (timestamp) => controller.enqueue(new Frame(timestamp) as unknown as VideoFrame);
    },
  });
  const events = {
    ...{ sizeChanged: vi.fn(), ended: vi.fn(), stalled: vi.fn() },
    ...{ frameWanted: vi.fn(), failed: vi.fn() },
  };
  const reader = new TrackReader(readable, pacing, events);
  reader.start();
  const next = async (timestamp: number): Promise<void> => {
    give(timestamp);
    await settle();
  };
  return { reader, events, next };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

it('a taker that gives way late takes nothing from the one after it', async () => {
  const { reader, next } = begin();
  const [straight, layer] = [new Taker(), new Taker()];
  reader.giveTo(straight);
  await next(1);
  reader.giveTo(layer);
  reader.stopGivingTo(straight);
  await next(2);
  await next(3);
  expect([straight.taken, layer.taken]).toEqual([[1], [2, 3]]);
});

it('a screen’s newest frame comes at once to whoever shows it next, also when no other frame comes', async () => {
  const { reader, next } = begin('clock');
  await next(1);
  await next(2);
  const layer = new Taker();
  reader.giveTo(layer);
  await settle();
  expect(layer.taken).toEqual([2]);
});

describe('a region of a screen', () => {
  /** As `new VideoFrame(frame, { visibleRect })` makes it. */
  class Part extends Frame {
    override readonly displayWidth: number;
    override readonly displayHeight: number;

    constructor(
      frame: Frame,
      { visibleRect }: { readonly visibleRect: { readonly width: number; readonly height: number } },
    ) {
      super(frame.timestamp);
      this.displayWidth = visibleRect.width;
      this.displayHeight = visibleRect.height;
    }
  }

  afterEach(() => vi.unstubAllGlobals());

  it('is cut out of every frame, moves while the screen shows nothing new, and leaves no frame open', async () => {
    vi.stubGlobal('VideoFrame', Part);
    const { reader, events, next } = begin('clock');
    const taker = new Taker();
    reader.giveTo(taker);
    reader.setRegion({ x: 0, y: 0, width: 16, height: 16, of: { width: 32, height: 16 } });
    await next(1);
    expect(events.sizeChanged).toHaveBeenLastCalledWith(2, 2, { width: 4, height: 2 });
    reader.setRegion(undefined);
    await settle();
    expect(taker.taken).toEqual([1, 1]);
    expect(events.sizeChanged).toHaveBeenLastCalledWith(4, 2, { width: 4, height: 2 });
    reader.end();
    expect(Frame.open).toBe(0);
  });
});

it('a camera’s frames are never kept: a camera that has lent all stands still', async () => {
  const { next } = begin();
  for (let timestamp = 0; timestamp < 10; timestamp += 1) await next(timestamp);
  expect(Frame.open).toBe(0);
});

it.each(['frames', 'clock'] as const)(
  '%s come one at a time while takers change, and none stays open',
  async (pacing) => {
    const { reader, events, next } = begin(pacing);
    const [slow, other] = [new Taker(true), new Taker()];
    reader.giveTo(slow);
    await next(1);
    await next(2);
    reader.giveTo(other);
    reader.giveTo(slow);
    reader.giveTo(other);
    slow.release();
    await settle();
    await next(3);
    expect(slow.taken).toEqual([1]);
    expect(other.taken.at(-1)).toBe(3);
    reader.end();
    await settle();
    expect(Frame.open).toBe(0);
    expect(events.failed).not.toHaveBeenCalled();
  },
);

it('a camera that gives no frame for three seconds has stalled, a screen has not', async () => {
  vi.useFakeTimers();
  try {
    const [camera, screen] = [begin('frames'), begin('clock')];
    await vi.advanceTimersByTimeAsync(2900);
    await camera.next(1);
    await vi.advanceTimersByTimeAsync(2900);
    expect(camera.events.stalled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(camera.events.stalled).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(camera.events.stalled).toHaveBeenCalledTimes(2);
    camera.reader.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(camera.events.stalled).toHaveBeenCalledTimes(2);
    expect(screen.events.stalled).not.toHaveBeenCalled();
    screen.reader.end();
  } finally {
    vi.useRealTimers();
  }
});

it('a screen that is captured between the program’s frames is asked for one just before a frame is due, a camera is not', async () => {
  vi.useFakeTimers();
  try {
    const [camera, screen] = [begin('frames'), begin('clock')];
    const startMs = performance.now();
    const periodMs = 40;
    const askedMs: number[] = [];
    screen.events.frameWanted.mockImplementation(() => askedMs.push(performance.now() - startMs));
    for (let frame = 0; frame < 9; frame += 1) {
      const momentUs = (startMs + frame * periodMs) * 1000;
      await vi.advanceTimersByTimeAsync(10);
      for (const { next } of [camera, screen]) await next(performance.now() * 1000);
      await vi.advanceTimersByTimeAsync(10);
      for (const { reader } of [camera, screen]) reader.shown(momentUs, periodMs * 1000);
      await vi.advanceTimersByTimeAsync(20);
    }
    // Seven captures after the first moment tell where they lie; from asking to a frame takes 4 ms.
    expect(askedMs).toEqual([8 * periodMs - 4]);
    expect(camera.events.frameWanted).not.toHaveBeenCalled();
    for (const { reader } of [camera, screen]) reader.end();
  } finally {
    vi.useRealTimers();
  }
});
