/**
 * The program's canvas in the worker: which sources are open, which scene is on air, and which way its pictures are made. A single
 * source that fills the canvas goes straight through; all else is composed.
 */
import { nowUs } from '../worker/clock.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Region } from '../../../shared/studio/captured/region-schema.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { isOtherScene, shownSources } from './canvas-scene.ts';
import type { CanvasScene } from './canvas-scene.ts';
import { ComposedFrames } from './composed-frames.ts';
import { FilteredLayer } from '../layers/filtered-layer.ts';
import type { FilterContents } from '../compositor/filters/make-stages.ts';
import type { LayerSource, VideoSource } from '../layers/layer-source.ts';
import { LayerPictures } from '../layers/layer-pictures.ts';
import { NestedScene } from './nested-scene.ts';
import type { ProgramScene } from './program-scene.ts';
import { SceneComposer } from './scene-composer.ts';
import { SceneViews } from './views/scene-views.ts';
import type { ViewContent, ViewFormat } from './views/view-content.ts';

const noContents: FilterContents = { revision: 0, get: () => undefined };

export class ProgramCanvas {
  readonly #program: ProgramScene;
  readonly #memory: () => PlaneMemory;
  readonly #onFailed: (message: string) => void;
  readonly #sources = new Map<string, VideoSource>();
  readonly #contents: FilterContents;
  /** Of every source and of every composed scene, while scenes are composed. */
  readonly #layers = new Map<string, FilteredLayer>();
  readonly #pictures = new LayerPictures(this.#layers);
  readonly #views: SceneViews;
  readonly #nested = new Map<string, NestedScene>();
  #format: ProgramFormat | undefined;
  #scene: CanvasScene | undefined;
  #composer: SceneComposer | undefined;
  #frames: ComposedFrames | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;
  /** When the last transition is over, of the scene or of an item. */
  #passesUs = 0;
  /** That plays over the scenes. */
  #stingerId: string | undefined;
  /** That goes straight through. */
  #straight: VideoSource | undefined;

  /** @param onFailed a picture could not be composed. @param contents of the filters' files. */
  constructor(
    program: ProgramScene,
    memory: () => PlaneMemory,
    onFailed: (message: string) => void,
    contents: FilterContents = noContents,
  ) {
    this.#program = program;
    this.#memory = memory;
    this.#onFailed = onFailed;
    this.#contents = contents;
    this.#views = new SceneViews(memory, this.#pictures);
  }

  setProgram(format: ProgramFormat): void {
    this.#format = format;
    this.#program.setProgram(format);
    this.#refresh();
  }

  showScene(scene: CanvasScene): void {
    const before = this.#scene;
    this.#scene = scene;
    this.#tellShown(before, scene);
    this.#composer?.show(scene);
    this.#refresh();
  }

  /** The time that the next picture shows. */
  get nextPictureUs(): number {
    return this.#frames?.nextUs ?? nowUs();
  }

  /** In place of the source that had this id. */
  openSource(id: string, source: VideoSource): void {
    this.closeSource(id);
    this.#sources.set(id, source);
    source.setFullSize?.(this.#scene?.filters?.[id] !== undefined);
    source.setShown?.(this.shows(id));
    this.#refresh();
  }

  /** Of a screen. */
  setRegion(id: string, region: Region): void {
    this.#sources.get(id)?.setRegion?.(region);
  }

  /** Whether the scene on air has it, or the transition under way. */
  shows(id: string): boolean {
    return id === this.#stingerId || shownSources(this.#scene).includes(id);
  }

  /** Its last picture stays until the source is opened again or closed. */
  holdSource(id: string): void {
    const source = this.#sources.get(id);
    source?.end();
    if (source !== undefined && source === this.#straight) this.#program.hold();
  }

  closeSource(id: string): void {
    const source = this.#sources.get(id);
    if (source === undefined) return;
    this.#sources.delete(id);
    this.#layers.get(id)?.end();
    this.#layers.delete(id);
    source.end();
    this.#refresh();
  }

  /** A source of the scene of before is in the picture until the transition is over, one that was hidden until it has gone. */
  #tellShown(before: CanvasScene | undefined, scene: CanvasScene): void {
    const { transition, filters } = scene;
    const isChange = before !== undefined && isOtherScene(before, scene);
    if (isChange) this.#beginStinger(transition.kind === 'stinger' ? transition.sourceId : undefined);
    const changeMs = 'durationMs' in transition ? transition.durationMs : 0;
    const passingMs = isChange ? changeMs : longestHideMs(before);
    this.#passesUs = Math.max(isChange ? 0 : this.#passesUs, nowUs() + passingMs * 1000);
    for (const [id, source] of this.#sources) {
      source.setFullSize?.(filters?.[id] !== undefined);
      if (this.shows(id)) source.setShown?.(true);
    }
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(() => this.#tellHidden(), (this.#passesUs - nowUs()) / 1000);
  }

  /** A stinger plays from its beginning whenever it comes. */
  #beginStinger(id: string | undefined): void {
    this.#stingerId = undefined;
    if (id !== undefined && !this.shows(id)) this.#sources.get(id)?.setShown?.(false);
    this.#stingerId = id;
  }

  #tellHidden(): void {
    this.#stingerId = undefined;
    for (const [id, source] of this.#sources) if (!this.shows(id)) source.setShown?.(false);
  }

  /** A picture of a scene for a window. While there is one, the program is composed. */
  openView(viewId: number, writable: WritableStream<VideoFrame>, format: ViewFormat): void {
    this.#views.open(viewId, writable, format);
    this.#refresh();
  }

  showView(viewId: number, content: ViewContent): void {
    this.#views.show(viewId, content);
  }

  closeView(viewId: number): void {
    this.#views.close(viewId);
  }

  #refresh(): void {
    const format = this.#format;
    const scene = this.#scene;
    if (format === undefined || scene === undefined) return;
    // A canvas that was composed shows black for an empty scene; one that never was has nothing to send.
    const isEmpty = scene.layers.length === 0 && this.#composer === undefined;
    if (!this.#views.isNeeded && (scene.straightSourceId !== undefined || isEmpty))
      return this.#showStraight(this.#sources.get(scene.straightSourceId ?? ''), format);
    for (const [id, source] of this.#sources) {
      if (!this.#layers.has(id)) this.#layers.set(id, this.#filtered(source.openLayer(format)));
    }
    this.#nestScenes(scene);
    for (const [id, layer] of this.#layers) layer.setFilters(scene.filters?.[id]);
    if (this.#composer === undefined) this.#compose(scene, format);
  }

  #showStraight(source: VideoSource | undefined, format: ProgramFormat): void {
    for (const layer of this.#layers.values()) layer.end();
    this.#layers.clear();
    this.#nested.clear();
    this.#composer = undefined;
    this.#frames = undefined;
    const { openStraight } = source ?? {};
    if (source === undefined || openStraight === undefined) this.#program.clear();
    else if (source !== this.#straight) this.#program.show((sink) => openStraight.call(source, format, sink));
    this.#straight = source;
  }

  #filtered(layer: LayerSource): FilteredLayer {
    return new FilteredLayer(layer, this.#memory(), this.#contents);
  }

  /** Every scene that is composed by itself, also one that a transition still shows. */
  #nestScenes({ composed = [] }: CanvasScene): void {
    const ids = new Set(composed.map(({ id }) => id));
    for (const id of this.#nested.keys()) {
      if (ids.has(id)) continue;
      this.#nested.delete(id);
      this.#layers.get(id)?.end();
      this.#layers.delete(id);
    }
    for (const { id, ...scene } of composed) {
      const nested = this.#nested.get(id) ?? this.#openNested(id);
      nested.show(scene);
    }
  }

  #openNested(id: string): NestedScene {
    const size = (): Size => this.#format ?? { width: 2, height: 2 };
    const nested = new NestedScene(this.#memory(), this.#layers, size);
    this.#nested.set(id, nested);
    this.#layers.set(id, this.#filtered(nested));
    return nested;
  }

  #compose(scene: CanvasScene, format: ProgramFormat): void {
    const composer = new SceneComposer(this.#memory(), format, this.#pictures, scene);
    this.#composer = composer;
    this.#straight = undefined;
    this.#program.show((sink) => {
      const frames = new ComposedFrames(composer, format, sink, this.#views, this.#onFailed);
      this.#frames = frames;
      return frames;
    });
  }
}

/** Of the items that may go by themselves. */
function longestHideMs(scene: CanvasScene | undefined): number {
  return Math.max(0, ...(scene?.layers ?? []).map(({ hide }) => hide?.durationMs ?? 0));
}
