import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgramFormat } from '../../../../../renderer/media/worker/worker-messages.ts';
import type { FrameSink, RawFrame } from '../../../../../renderer/media/sources/frame-source.ts';
import { ProgramPreview } from '../../../../../renderer/media/canvas/program-preview.ts';
import { ProgramScene } from '../../../../../renderer/media/canvas/program-scene.ts';
import { ProgramTicks } from '../../../../../renderer/media/sources/program-ticks.ts';

const format: ProgramFormat = { width: 4, height: 2, fps: 30, sampleRate: 48_000, channels: 2 };

class Program implements FrameSink {
  credits = 0;
  readonly sent: RawFrame[] = [];
  skipped = 0;

  get hasCredit(): boolean {
    return this.credits > 0;
  }

  send(frame: RawFrame): void {
    this.credits -= 1;
    this.sent.push(frame);
  }

  countSkipped(): void {
    this.skipped += 1;
  }
}

function picture(timestampUs: number): RawFrame {
  return {
    timestampUs,
    width: 4,
    height: 2,
    format: 'I420',
    colour: 'bt709-limited',
    data: new Uint8Array(12),
  };
}

/** A worker's canvas, as far as the slate draws on it. */
class Canvas {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext(): object {
    const pixels = { data: new Uint8ClampedArray(this.width * this.height * 4) };
    return { fillRect: () => undefined, fillText: () => undefined, getImageData: () => pixels };
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('OffscreenCanvas', Canvas);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function sceneWithSource() {
  const program = new Program();
  const scene = new ProgramScene(program, new ProgramPreview(() => undefined));
  const calls: string[] = [];
  let sink: FrameSink = program;
  scene.show((given) => {
    sink = given;
    return {
      start: () => calls.push('start'),
      setProgram: () => calls.push('setProgram'),
      onCredit: () => calls.push('onCredit'),
      hold: () => calls.push('hold'),
      end: () => calls.push('end'),
    };
  });
  return { program, scene, calls, sink };
}

describe('the scene on air', () => {
  it('is the chosen source: its frames, its credits, its skipped frames', () => {
    const { program, scene, calls, sink } = sceneWithSource();
    expect(sink.hasCredit).toBe(false);
    sink.countSkipped('noCredit');
    program.credits = 1;
    scene.onCredit();
    sink.send(picture(1));
    expect([program.sent.length, program.skipped, calls]).toEqual([1, 1, ['start', 'onCredit']]);
  });

  it('is the slate while the broadcaster is away: the source runs on, and nothing of it is sent or counted', () => {
    const { program, scene, calls, sink } = sceneWithSource();
    program.credits = 100;
    scene.setAway(true, format, 'Be right back');
    vi.advanceTimersByTime(1000);
    const slates = program.sent.length;
    expect(slates).toBeGreaterThanOrEqual(30);
    expect(new Set(program.sent.map(({ width, height }) => `${width}x${height}`))).toEqual(new Set(['4x2']));
    sink.send(picture(1));
    sink.countSkipped('noCredit');
    program.credits = 0;
    expect([program.sent.length, program.skipped, calls]).toEqual([slates, 0, ['start']]);

    program.credits = 1;
    scene.setAway(false, format, 'Be right back');
    vi.advanceTimersByTime(1000);
    sink.send(picture(2));
    expect(program.sent.slice(slates).map(({ timestampUs }) => timestampUs)).toEqual([2]);
  });

  it('gives a source that is off air no reason to copy frames while there is no stream', () => {
    const { program, scene, sink } = sceneWithSource();
    scene.setAway(true, format, 'Be right back');
    expect(sink.hasCredit).toBe(false);
    program.credits = 1;
    expect(sink.hasCredit).toBe(true);
  });

  it('shows the slate without any source, in the size that the program has now', () => {
    const program = new Program();
    const scene = new ProgramScene(program, new ProgramPreview(() => undefined));
    program.credits = 100;
    scene.setAway(true, format, 'Be right back');
    scene.setProgram({ ...format, width: 8, height: 4 });
    vi.advanceTimersByTime(100);
    expect(program.sent.at(-1)).toMatchObject({ width: 8, height: 4 });
  });

  it('skips slates that found no credit, and counts them', () => {
    const program = new Program();
    new ProgramScene(program, new ProgramPreview(() => undefined)).setAway(true, format, 'Be right back');
    vi.advanceTimersByTime(1000);
    expect([program.sent.length, program.skipped]).toEqual([
      0,
      expect.toSatisfy((count) => Number(count) >= 30),
    ]);
  });
});

describe('the program’s ticks', () => {
  it('come once for each frame time, evenly, until they are stopped', () => {
    const times: number[] = [];
    const ticks = new ProgramTicks(30, (timestampUs) => times.push(timestampUs));
    ticks.start();
    vi.advanceTimersByTime(2000);
    ticks.stop();
    vi.advanceTimersByTime(2000);
    expect(Math.abs(times.length - 61)).toBeLessThanOrEqual(1);
    for (const [index, time] of times.entries())
      expect(Math.abs(time - (times[0] ?? 0) - (index * 1e6) / 30)).toBeLessThanOrEqual(1);
  });

  it('go on from now after the worker stood still, and never back', () => {
    const times: number[] = [];
    const ticks = new ProgramTicks(25, (timestampUs) => times.push(timestampUs));
    ticks.start();
    vi.advanceTimersByTime(400);
    const before = times.length;
    const now = performance.now();
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now + 3000);
    vi.advanceTimersToNextTimer();
    later.mockRestore();
    expect(times.length).toBe(before + 1);
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
    ticks.stop();
  });
});
