/** A composer of a red and a blue source, frame by frame. */
import { expect } from 'vitest';
import type { CanvasScene } from '../../../renderer/media/canvas/canvas-scene.ts';
import { drawColour } from '../../../renderer/media/canvas/draw-colour.ts';
import { LayerPictures } from '../../../renderer/media/layers/layer-pictures.ts';
import { SceneComposer } from '../../../renderer/media/canvas/scene-composer.ts';
import type { Picture } from '../../../renderer/media/compositor/picture.ts';
import type { LayerSource } from '../../../renderer/media/layers/layer-source.ts';
import type { ProgramFormat } from '../../../renderer/media/worker/worker-messages.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import { openMemory } from './open-memory.ts';

export const program: ProgramFormat = { width: 34, height: 18, fps: 30, sampleRate: 48_000, channels: 2 };
const LUMA = program.width * program.height;
/** BT.709 of limited range. */
export const RED = [63, 102, 240];
export const BLUE = [32, 240, 118];
export const GREEN = [173, 42, 26];
export const BLACK = [16, 128, 128];

export class Still implements LayerSource {
  readonly asked: number[] = [];
  picture: Picture | undefined;

  constructor(picture: Picture | undefined) {
    this.picture = picture;
  }

  prepare(timestampUs: number): Picture | undefined {
    this.asked.push(timestampUs);
    return this.picture;
  }

  end(): void {}
}

export function sceneOf(
  id: string,
  transition: Transition,
  sourceIds: readonly string[] = [id],
): CanvasScene {
  const transform = canvasTransform('stretch', program);
  const layers = sourceIds.map((sourceId) => ({ id: sourceId, sourceId, transform, outer: [], opacity: 1 }));
  return { sceneId: id, layers, transition };
}

export function beginComposer() {
  const memory = openMemory();
  const red = new Still(drawColour(memory, '#ff0000ff'));
  const blue = new Still(drawColour(memory, '#0000ffff'));
  const layers = new Map<string, LayerSource>([
    ['red', red],
    ['blue', blue],
  ]);
  const composer = new SceneComposer(
    memory,
    program,
    new LayerPictures(layers),
    sceneOf('red', { kind: 'cut' }),
  );
  let frame = 0;
  /** The colour of each corner in the next frame. */
  const next = async () => {
    const composed = await composer.compose(Math.round((frame++ * 1_000_000) / program.fps));
    if (composed === undefined) throw new Error('ended');
    const { data, revision } = composed;
    expect(data).toHaveLength((LUMA * 3) / 2);
    const [half, rows] = [program.width / 2, program.height / 2];
    const at = (x: number, y: number) => [
      data[y * program.width + x],
      data[LUMA + (y >> 1) * half + (x >> 1)],
      data[LUMA + half * rows + (y >> 1) * half + (x >> 1)],
    ];
    return {
      left: at(0, 0),
      right: at(program.width - 1, program.height - 1),
      middle: at(half, rows),
      revision,
    };
  };
  return { memory, red, blue, layers, composer, next };
}
