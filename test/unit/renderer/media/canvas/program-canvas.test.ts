import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CanvasScene } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import { ComposedFrames } from '../../../../../renderer/media/canvas/composed-frames.ts';
import { ProgramCanvas } from '../../../../../renderer/media/canvas/program-canvas.ts';
import type { ProgramScene } from '../../../../../renderer/media/canvas/program-scene.ts';
import type { VideoSource } from '../../../../../renderer/media/layers/layer-source.ts';
import type { FrameSource, ProgramSink } from '../../../../../renderer/media/sources/frame-source.ts';
import type { ProgramFormat } from '../../../../../renderer/media/worker/worker-messages.ts';
import { canvasTransform } from '../../../../../shared/studio/transform.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

const format: ProgramFormat = { width: 32, height: 18, fps: 30, sampleRate: 48_000, channels: 2 };
const transform = canvasTransform('inner', format);
const sink = {
  hasCredit: false,
  countSkipped: () => undefined,
  wantsUnsent: () => false,
} as unknown as ProgramSink;

class Program {
  shown: FrameSource | undefined;
  isHeld = false;

  show(make: (sink: ProgramSink) => FrameSource): void {
    this.shown?.end();
    this.shown = make(sink);
    this.shown.start();
  }

  hold(): void {
    this.isHeld = true;
  }

  clear(): void {
    this.shown?.end();
    this.shown = undefined;
  }

  setProgram(): void {}
}

class Camera implements VideoSource {
  readonly straight: FrameSource = {
    ...{ start: () => undefined, setProgram: () => undefined },
    ...{ onCredit: () => undefined, end: () => undefined },
  };
  readonly layer = { prepare: () => undefined, end: vi.fn() };
  readonly end = vi.fn();

  openStraight(): FrameSource {
    return this.straight;
  }

  openLayer(): Camera['layer'] {
    return this.layer;
  }
}

const sceneOf = (sourceIds: readonly string[], straightSourceId?: string): CanvasScene => ({
  sceneId: 'scene',
  layers: sourceIds.map((sourceId) => ({ id: sourceId, sourceId, transform, outer: [], opacity: 1 })),
  transition: { kind: 'cut' },
  ...(straightSourceId === undefined ? {} : { straightSourceId }),
});

function begin() {
  const program = new Program();
  const memory = openMemory();
  const canvas = new ProgramCanvas(
    program as unknown as ProgramScene,
    () => memory,
    () => undefined,
  );
  canvas.setProgram(format);
  return { program, canvas };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a single source goes straight through, and is composed as soon as another lies beside it', () => {
  const { program, canvas } = begin();
  const camera = new Camera();
  canvas.showScene(sceneOf(['camera'], 'camera'));
  expect(program.shown).toBeUndefined();
  canvas.openSource('camera', camera);
  expect(program.shown).toBe(camera.straight);
  canvas.showScene(sceneOf(['camera', 'text']));
  expect(program.shown).toBeInstanceOf(ComposedFrames);
  canvas.showScene(sceneOf(['camera'], 'camera'));
  expect(program.shown).toBe(camera.straight);
  expect(camera.layer.end).toHaveBeenCalledTimes(1);
  program.clear();
});

it('an empty scene is black once scenes are composed, and nothing before', () => {
  const { program, canvas } = begin();
  canvas.showScene(sceneOf([]));
  expect(program.shown).toBeUndefined();
  canvas.showScene(sceneOf(['text']));
  const composed = program.shown;
  canvas.showScene(sceneOf([]));
  expect(composed).toBeInstanceOf(ComposedFrames);
  expect(program.shown).toBe(composed);
  program.clear();
});

it('a lost source stays on the canvas until the source is opened again or closed', () => {
  const { program, canvas } = begin();
  const [camera, again] = [new Camera(), new Camera()];
  canvas.showScene(sceneOf(['camera'], 'camera'));
  canvas.openSource('camera', camera);
  canvas.holdSource('camera');
  expect([program.isHeld, camera.end.mock.calls.length]).toEqual([true, 1]);
  expect(program.shown).toBe(camera.straight);
  canvas.openSource('camera', again);
  expect(program.shown).toBe(again.straight);
  canvas.closeSource('camera');
  expect(program.shown).toBeUndefined();
});

it('a stinger’s source shows from the switch of scenes until the stinger is over, whatever is edited meanwhile', () => {
  const { canvas } = begin();
  const shown: (readonly [string, boolean])[] = [];
  const watched = (id: string): VideoSource => {
    const layer = { prepare: () => undefined, end: () => undefined };
    return {
      openLayer: () => layer,
      setShown: (isShown) => void shown.push([id, isShown]),
      end: () => undefined,
    };
  };
  const others = { layers: [], transition: { kind: 'cut' } } as const;
  const stinger = { kind: 'stinger', sourceId: 'clip', cutMs: 100, durationMs: 300 } as const;
  canvas.showScene({ ...others, sceneId: 'one' });
  canvas.openSource('clip', watched('clip'));
  vi.advanceTimersByTime(10);
  shown.length = 0;
  canvas.showScene({ ...others, sceneId: 'two', transition: stinger });
  expect(shown).toEqual([
    ['clip', false],
    ['clip', true],
  ]);
  vi.advanceTimersByTime(100);
  // An edit meanwhile changes nothing of that.
  canvas.showScene({ ...others, sceneId: 'two', transition: stinger });
  vi.advanceTimersByTime(190);
  expect(shown.at(-1)).toEqual(['clip', true]);
  vi.advanceTimersByTime(20);
  expect(shown.at(-1)).toEqual(['clip', false]);
});
