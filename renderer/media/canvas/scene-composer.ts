/** Composes what a canvas shows at a moment: its scene, or two scenes while one gives way to the other. */
import type { ProgramFormat } from '../worker/worker-messages.ts';
import { Compositor } from '../compositor/compositor.ts';
import type { Layer } from '../compositor/compositor.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import { freePicture } from '../compositor/picture.ts';
import type { Picture } from '../compositor/picture.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { CanvasScene } from './canvas-scene.ts';
import { Change, placesOf } from './change.ts';
import type { CanvasPlace, GradualTransition } from './change.ts';
import { drawColour } from './draw-colour.ts';
import { layersOf } from './layers-of.ts';
import type { LayerSource } from '../layers/layer-source.ts';
import { PlanePacker } from './pack-planes.ts';

/** Longer, the first picture doesn't wait for a source. */
const LONGEST_START_US = 150_000;

export interface ComposedPicture {
  /** I420 without padding, valid until the next call. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Another number whenever the picture is another. */
  readonly revision: number;
}

interface RunningChange {
  readonly from: CanvasScene;
  readonly transition: GradualTransition;
  readonly change: Change;
}

/** The compositors of one size: of the scene on air, of the scene that goes, and of both together. */
interface Stage extends Size {
  current: Compositor;
  other: Compositor;
  readonly both: Compositor;
}

export class SceneComposer {
  readonly #memory: PlaneMemory;
  readonly #layers: ReadonlyMap<string, LayerSource>;
  readonly #packer: PlanePacker;
  #program: ProgramFormat;
  #scene: CanvasScene;
  #stage: Stage | undefined;
  #running: RunningChange | undefined;
  #shown: Picture | undefined;
  /** That a fade goes through. */
  #colour: Picture | undefined;
  #revision = 0;
  /** The time of the first picture that was asked for. */
  #beginUs: number | undefined;
  #isEnded = false;

  /** @param layers by source, as they come and go. */
  constructor(
    memory: PlaneMemory,
    program: ProgramFormat,
    layers: ReadonlyMap<string, LayerSource>,
    scene: CanvasScene,
  ) {
    this.#memory = memory;
    this.#program = program;
    this.#layers = layers;
    this.#scene = scene;
    this.#packer = new PlanePacker(memory);
  }

  /** From the next picture on. An edit of the scene on air shows at once; another scene comes by its transition. */
  show(scene: CanvasScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (scene.sceneId === before.sceneId) return;
    const { transition } = scene;
    if (this.#colour !== undefined) freePicture(this.#memory, this.#colour);
    this.#colour = undefined;
    if (this.#stage !== undefined) {
      const { current, other } = this.#stage;
      this.#stage.current = other;
      this.#stage.other = current;
    }
    this.#running =
      transition.kind === 'cut'
        ? undefined
        : { from: before, transition, change: new Change(transition, this.#program.fps) };
  }

  setProgram(program: ProgramFormat): void {
    this.#program = program;
  }

  /** Undefined once ended, and for a moment at the beginning. No other call may run meanwhile. */
  async compose(timestampUs: number): Promise<ComposedPicture | undefined> {
    const program = this.#program;
    const scene = this.#scene;
    const running = this.#running;
    const share = running?.change.shareAt(timestampUs) ?? 1;
    const ids = new Set([...scene.layers, ...(running?.from.layers ?? [])].map(({ sourceId }) => sourceId));
    const pictures = await this.#prepare(ids, timestampUs);
    if (this.#isEnded || this.#isStarting(ids, pictures, timestampUs)) return undefined;
    const stage = this.#openStage(program);
    const next = stage.current.compose(layersOf(scene.layers, pictures, program));
    if (running === undefined || share >= 1) {
      if (this.#running === running) this.#running = undefined;
      return this.#finish(next);
    }
    const before = stage.other.compose(layersOf(running.from.layers, pictures, program));
    return this.#finish(stage.both.compose(this.#changeLayers(running.transition, share, before, next)));
  }

  end(): void {
    this.#isEnded = true;
    this.#closeStage();
  }

  /** A camera that was shown another way until now gives its next frame soon: no picture is without it meanwhile. */
  #isStarting(
    ids: ReadonlySet<string>,
    pictures: ReadonlyMap<string, Picture>,
    timestampUs: number,
  ): boolean {
    if (this.#stage !== undefined) return false;
    this.#beginUs ??= timestampUs;
    const isMissing = [...ids].some((id) => this.#layers.has(id) && !pictures.has(id));
    return isMissing && timestampUs - this.#beginUs < LONGEST_START_US;
  }

  /** One after the other: the memory may grow with each. */
  async #prepare(sourceIds: ReadonlySet<string>, timestampUs: number): Promise<ReadonlyMap<string, Picture>> {
    const prepared: (readonly [string, LayerSource, Picture])[] = [];
    for (const id of sourceIds) {
      const layer = this.#layers.get(id);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const picture = await layer?.prepare(timestampUs);
      if (layer !== undefined && picture !== undefined) prepared.push([id, layer, picture]);
    }
    // A source that was closed meanwhile has given its memory back.
    const open = prepared.filter(([id, layer]) => this.#layers.get(id) === layer);
    return new Map(open.map(([id, , picture]) => [id, picture]));
  }

  #changeLayers(
    transition: GradualTransition,
    share: number,
    before: Picture,
    next: Picture,
  ): readonly Layer[] {
    const places = placesOf(transition, share, this.#program);
    const layers: Layer[] = [];
    const add = (id: string, picture: Picture, place: CanvasPlace | undefined): void => {
      if (place !== undefined) layers.push({ id, picture, isVisible: true, ...place });
    };
    add('before', before, places.before);
    add('next', next, places.next);
    if (places.colour > 0 && transition.kind === 'fadeToColour') {
      this.#colour ??= drawColour(this.#memory, transition.colour);
      const { width, height } = this.#program;
      const matrix = [width / 2, 0, 0, height / 2, 0, 0] as const;
      const placement = { crop: { x: 0, y: 0, width: 2, height: 2 }, matrix };
      add('colour', this.#colour, { placement, opacity: places.colour });
    }
    return layers;
  }

  #openStage(program: ProgramFormat): Stage {
    const { width, height } = program;
    if (this.#stage?.width === width && this.#stage.height === height) return this.#stage;
    this.#closeStage();
    const open = (): Compositor => new Compositor(this.#memory, { width, height });
    this.#stage = { width, height, current: open(), other: open(), both: open() };
    return this.#stage;
  }

  #closeStage(): void {
    if (this.#stage !== undefined)
      for (const compositor of [this.#stage.current, this.#stage.other, this.#stage.both]) compositor.end();
    this.#stage = undefined;
    if (this.#colour !== undefined) freePicture(this.#memory, this.#colour);
    this.#colour = undefined;
  }

  #finish(picture: Picture): ComposedPicture {
    if (picture !== this.#shown) this.#revision += 1;
    this.#shown = picture;
    return { data: this.#packer.pack(picture), revision: this.#revision };
  }
}
