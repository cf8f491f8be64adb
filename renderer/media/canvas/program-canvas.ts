/**
 * The program's canvas in the worker: which sources are open, which scene is on air, and which way its pictures are made. A single
 * source that fills the canvas goes straight through; all else is composed.
 */
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { PlaneMemory } from '../compositor/memory.ts';
import type { Region } from '../../../shared/studio/captured/region.ts';
import type { CanvasScene } from './canvas-scene.ts';
import { ComposedFrames } from './composed-frames.ts';
import type { LayerSource, VideoSource } from '../layers/layer-source.ts';
import type { ProgramScene } from './program-scene.ts';
import { SceneComposer } from './scene-composer.ts';

export class ProgramCanvas {
  readonly #program: ProgramScene;
  readonly #memory: () => PlaneMemory;
  readonly #onFailed: (message: string) => void;
  readonly #sources = new Map<string, VideoSource>();
  /** Of every source while scenes are composed. */
  readonly #layers = new Map<string, LayerSource>();
  #format: ProgramFormat | undefined;
  #scene: CanvasScene | undefined;
  #composer: SceneComposer | undefined;
  /** That goes straight through. */
  #straight: VideoSource | undefined;

  /** @param onFailed a picture could not be composed. */
  constructor(program: ProgramScene, memory: () => PlaneMemory, onFailed: (message: string) => void) {
    this.#program = program;
    this.#memory = memory;
    this.#onFailed = onFailed;
  }

  setProgram(format: ProgramFormat): void {
    this.#format = format;
    this.#program.setProgram(format);
    this.#refresh();
  }

  showScene(scene: CanvasScene): void {
    this.#scene = scene;
    this.#composer?.show(scene);
    this.#refresh();
  }

  /** In place of the source that had this id. */
  openSource(id: string, source: VideoSource): void {
    this.closeSource(id);
    this.#sources.set(id, source);
    this.#refresh();
  }

  /** Of a screen. */
  setRegion(id: string, region: Region): void {
    this.#sources.get(id)?.setRegion?.(region);
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

  #refresh(): void {
    const format = this.#format;
    const scene = this.#scene;
    if (format === undefined || scene === undefined) return;
    // A canvas that was composed shows black for an empty scene; one that never was has nothing to send.
    const isEmpty = scene.layers.length === 0 && this.#composer === undefined;
    if (scene.straightSourceId !== undefined || isEmpty)
      return this.#showStraight(this.#sources.get(scene.straightSourceId ?? ''), format);
    for (const [id, source] of this.#sources) {
      if (!this.#layers.has(id)) this.#layers.set(id, source.openLayer(format));
    }
    if (this.#composer === undefined) this.#compose(scene, format);
  }

  #showStraight(source: VideoSource | undefined, format: ProgramFormat): void {
    for (const layer of this.#layers.values()) layer.end();
    this.#layers.clear();
    this.#composer = undefined;
    const { openStraight } = source ?? {};
    if (source === undefined || openStraight === undefined) this.#program.clear();
    else if (source !== this.#straight) this.#program.show((sink) => openStraight.call(source, format, sink));
    this.#straight = source;
  }

  #compose(scene: CanvasScene, format: ProgramFormat): void {
    const composer = new SceneComposer(this.#memory(), format, this.#layers, scene);
    this.#composer = composer;
    this.#straight = undefined;
    this.#program.show((sink) => new ComposedFrames(composer, format, sink, this.#onFailed));
  }
}
