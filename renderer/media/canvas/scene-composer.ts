/** Composes what a canvas shows at a moment: its scene, or two scenes while one gives way to the other. */
import type { SceneLayer } from '../../../shared/studio/scene-layers.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import { Compositor } from '../compositor/compositor.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Picture } from '../compositor/picture.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { isOtherScene } from './canvas-scene.ts';
import type { CanvasScene, GradualTransition } from './canvas-scene.ts';
import { Change } from './change.ts';
import { stingerLayer } from './transitions/stinger-layer.ts';
import type { LayerPictures } from '../layers/layer-pictures.ts';
import { layersOf, shownLayersOf, sourcesOf } from './layers-of.ts';
import { PlanePacker } from './pack-planes.ts';
import { ItemChanges } from './transitions/item-changes.ts';
import { TransitionPainter } from './transitions/transition-painter.ts';

/** Longer, the first picture doesn't wait for a source. */
const LONGEST_START_US = 150_000;

export interface ComposedPicture {
  /** I420 without padding, valid until the next call. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Another number whenever the picture is another. */
  readonly revision: number;
}

interface RunningChange {
  readonly from: readonly SceneLayer[];
  readonly transition: GradualTransition;
  readonly change: Change;
}

/** The other scene of a transition. */
interface OtherScene {
  readonly layers: readonly SceneLayer[];
  readonly transition: GradualTransition;
  /** Of the scene that comes. Of a stinger 0 before its cut, and 1 from there on. */
  readonly share: number;
  /** Or else the one that goes. */
  readonly isComing: boolean;
}

/** The compositors of one size: of the scene on air, of the one that goes or comes, and of both together. */
interface Stage extends Size {
  current: Compositor;
  other: Compositor;
  readonly painter: TransitionPainter;
}

export class SceneComposer {
  readonly #memory: PlaneMemory;
  readonly #pictures: LayerPictures;
  readonly #packer: PlanePacker;
  readonly #items: ItemChanges;
  #program: ProgramFormat;
  #scene: CanvasScene;
  #stage: Stage | undefined;
  #running: RunningChange | undefined;
  #shown: Picture | undefined;
  #revision = 0;
  /** The time of the first picture that was asked for. */
  #beginUs: number | undefined;
  #isEnded = false;

  constructor(memory: PlaneMemory, program: ProgramFormat, pictures: LayerPictures, scene: CanvasScene) {
    this.#memory = memory;
    this.#program = program;
    this.#pictures = pictures;
    this.#scene = scene;
    this.#items = new ItemChanges(scene.layers);
    this.#packer = new PlanePacker(memory);
  }

  /** From the next picture on. An edit of the scene on air shows at once; another scene comes by its transition. */
  show(scene: CanvasScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (!isOtherScene(before, scene)) return this.#items.follow(scene.layers, this.#program.fps);
    const { transition } = scene;
    this.#items.begin(scene.layers);
    this.#stage?.painter.rest();
    if (this.#stage !== undefined) {
      const { current, other } = this.#stage;
      this.#stage.current = other;
      this.#stage.other = current;
    }
    this.#running =
      transition.kind === 'cut'
        ? undefined
        : { from: before.layers, transition, change: new Change(transition, this.#program.fps) };
  }

  setProgram(program: ProgramFormat): void {
    this.#program = program;
  }

  /** Undefined once ended, and for a moment at the beginning. No other call may run meanwhile. */
  async compose(timestampUs: number): Promise<ComposedPicture | undefined> {
    const program = this.#program;
    const other = this.#otherAt(timestampUs);
    const shown = this.#items.layersAt(timestampUs);
    const over = other?.transition.kind === 'stinger' ? [stingerLayer(other.transition, program)] : [];
    const ids = sourcesOf(
      shown.map(({ layer }) => layer),
      other?.layers ?? [],
      over,
    );
    const pictures = await this.#pictures.prepare(ids, timestampUs);
    if (this.#isEnded || this.#isStarting(ids, pictures, timestampUs)) return undefined;
    const stage = this.#openStage(program);
    const onAir = stage.current.compose(shownLayersOf(shown, pictures, program));
    if (other === undefined) {
      stage.painter.rest();
      return this.#finish(onAir);
    }
    const { transition, share, isComing } = other;
    const beside = stage.other.compose(layersOf(other.layers, pictures, program));
    const [before, next] = isComing ? [onAir, beside] : [beside, onAir];
    if (transition.kind !== 'stinger')
      return this.#finish(stage.painter.paint(transition, share, before, next));
    const stinger = layersOf(over, pictures, program);
    return this.#finish(stage.painter.paintOver(share < 1 ? before : next, stinger));
  }

  end(): void {
    this.#isEnded = true;
    this.#closeStage();
  }

  /** What is brought on air by hand goes before what goes by itself. */
  #otherAt(timestampUs: number): OtherScene | undefined {
    const { coming } = this.#scene;
    if (coming !== undefined) {
      this.#running = undefined;
      return { ...coming, isComing: true };
    }
    if (this.#running === undefined) return undefined;
    const { from, transition, change } = this.#running;
    const share = change.shareAt(timestampUs);
    const isOver = share === 1;
    const seen =
      transition.kind === 'stinger' ? Number(change.hasReached(transition.cutMs, timestampUs)) : share;
    if (!isOver) return { layers: from, transition, share: seen, isComing: false };
    this.#running = undefined;
    return undefined;
  }

  /** A camera that was shown another way until now gives its next frame soon: no picture is without it meanwhile. */
  #isStarting(
    ids: ReadonlySet<string>,
    pictures: ReadonlyMap<string, Picture>,
    timestampUs: number,
  ): boolean {
    if (this.#stage !== undefined) return false;
    this.#beginUs ??= timestampUs;
    const isMissing = [...ids].some((id) => this.#pictures.has(id) && !pictures.has(id));
    return isMissing && timestampUs - this.#beginUs < LONGEST_START_US;
  }

  #openStage(program: ProgramFormat): Stage {
    const { width, height } = program;
    if (this.#stage?.width === width && this.#stage.height === height) return this.#stage;
    this.#closeStage();
    const size = { width, height };
    const open = (): Compositor => new Compositor(this.#memory, size);
    const painter = new TransitionPainter(this.#memory, size);
    this.#stage = { ...size, current: open(), other: open(), painter };
    return this.#stage;
  }

  #closeStage(): void {
    if (this.#stage === undefined) return;
    const { current, other, painter } = this.#stage;
    for (const each of [current, other, painter]) each.end();
    this.#stage = undefined;
  }

  #finish(picture: Picture): ComposedPicture {
    if (picture !== this.#shown) this.#revision += 1;
    this.#shown = picture;
    return { data: this.#packer.pack(picture), revision: this.#revision };
  }
}
