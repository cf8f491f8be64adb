/** The studio document's captured sources, each opened in the worker by a capture of its own, and the scene that shows them. */
import { isSameData } from '../../../shared/is-same-data.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { format } from '../../../shared/text/text.ts';
import { isSameInput } from '../../../shared/studio/inputs.ts';
import type { CapturedInput, DrawnInput, SourceChoice } from '../../../shared/studio/inputs.ts';
import type { FilterFile } from '../../../shared/studio/filters/filter-files.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { shownSources } from '../canvas/canvas-scene.ts';
import type { CanvasScene } from '../canvas/canvas-scene.ts';
import type {
  FileEvent,
  FilterFileEvent,
  LayerEvent,
  MediaEvent,
  ProgramFormat,
  VideoEvent,
} from '../worker/worker-messages.ts';
import type { CapturePhase, CaptureStore, VideoSourceState } from './capture-state.ts';
import { FilterFiles } from './files/filter-files.ts';
import { FileSources } from './files/file-sources.ts';
import type { WantedFile } from './files/file-sources.ts';
import { PageSources } from './pages/page-sources.ts';
import { drawSvgInFrame } from '../stills/svg/svg-frame.ts';
import { MediaSources } from './files/media-sources.ts';
import type { WantedMedia } from './files/media-sources.ts';
import { VideoCapture } from './video-capture.ts';
import type { CaptureWorker } from './worker-client.ts';

export interface CapturedSource {
  readonly id: string;
  readonly input: CapturedInput;
}

export interface DrawnSource {
  readonly id: string;
  readonly input: DrawnInput;
}

/** What capture does of a studio document. */
export interface StudioView {
  /** Open, whether they show or not, so that a scene with them is on air at once. */
  readonly sources: readonly CapturedSource[];
  /** What the worker draws itself. */
  readonly drawn: readonly DrawnSource[];
  readonly files: readonly WantedFile[];
  readonly filterFiles: readonly FilterFile[];
  readonly media: readonly WantedMedia[];
  /** Ids of browser pages, which main opens. */
  readonly pages: readonly string[];
  /** The source that the window's list of sources shows. */
  readonly mainId: string | undefined;
  readonly scene: CanvasScene;
}

const noChoice: SourceChoice = { type: 'none' };

export interface VideoSourcesParts {
  readonly store: CaptureStore;
  readonly worker: CaptureWorker;
  readonly bridge: UpcastBridge;
  program(): ProgramFormat;
}

export class VideoSources {
  readonly #parts: VideoSourcesParts;
  readonly #captures = new Map<string, VideoCapture>();
  /** What the worker has of each drawn source. */
  readonly #drawn = new Map<string, DrawnInput>();
  readonly #files: FileSources;
  readonly #filterFiles: FilterFiles;
  readonly #media: MediaSources;
  readonly #pages: PageSources;
  #view: StudioView | undefined;

  constructor(parts: VideoSourcesParts) {
    this.#parts = parts;
    const { worker, bridge } = parts;
    const onState = (id: string, state: VideoSourceState | undefined): void => this.#keep(id, state);
    this.#files = new FileSources({ worker, bridge, drawSvg: drawSvgInFrame, onState });
    this.#filterFiles = new FilterFiles({
      worker,
      bridge,
      onState: (id, error) => this.#keepFilterError(id, error),
    });
    this.#media = new MediaSources({ worker, bridge, onState });
    this.#pages = new PageSources({ worker, bridge, onState });
  }

  /** Opens, changes and closes sources until these are there. What is as wanted stays open. Never rejects. @returns whether a device was opened. */
  async show(view: StudioView): Promise<boolean> {
    this.#view = view;
    this.#parts.worker.send({ type: 'showScene', scene: view.scene });
    const ids = new Set(view.sources.map(({ id }) => id));
    for (const id of this.#captures.keys()) if (!ids.has(id)) this.#close(id);
    const changed = view.sources.filter(({ id, input }) => {
      const capture = this.#captures.get(id);
      return capture === undefined || !isSameInput(capture.choice, input);
    });
    // What is closed gives way before another kind of source opens under the same id.
    this.#files.show(view.files);
    this.#filterFiles.show(view.filterFiles);
    this.#media.show(view.media);
    this.#pages.show(view.pages);
    this.#draw(view.drawn);
    const opened = changed.map(({ id, input }) => this.#open(id, input));
    this.#forgetSizes(view);
    this.#publish();
    await Promise.all(opened);
    return opened.length > 0;
  }

  /** Opens a source, also when the choice stays the same. Without a main source the document brings one. */
  async open(choice: SourceChoice, id = this.#view?.mainId): Promise<void> {
    if (id !== undefined) await this.#open(id, choice);
  }

  /** Of a captured source, while it is open. */
  streamOf(id: string): MediaStream | undefined {
    return this.#captures.get(id)?.stream;
  }

  /** The program's format has changed: devices are asked for another size. */
  async restart(): Promise<void> {
    await Promise.all([...this.#captures.values()].map((capture) => capture.restart()));
  }

  async retryFailed(): Promise<void> {
    await Promise.all([...this.#captures.values()].map((capture) => capture.retryIfFailed()));
  }

  onWorkerEvent(event: VideoEvent | FileEvent | LayerEvent | FilterFileEvent | MediaEvent): void {
    switch (event.type) {
      case 'layerSize': {
        const { sourceId, width, height } = event;
        const { drawnSizes } = this.#parts.store.getState();
        return this.#parts.store.setState({ drawnSizes: { ...drawnSizes, [sourceId]: { width, height } } });
      }
      case 'imageOpened':
      case 'imageFailed':
      case 'slideWanted':
        return this.#files.onWorkerEvent(event);
      case 'filterFileOpened':
      case 'filterFileFailed':
        return this.#filterFiles.onWorkerEvent(event);
      case 'mediaStatus':
        return this.#media.onStatus(event.sourceId, event.status);
      default:
        this.#captures.get(event.sourceId)?.onWorkerEvent(event);
    }
  }

  dispose(): void {
    for (const id of this.#captures.keys()) this.#close(id);
    this.#files.dispose();
    this.#filterFiles.dispose();
    this.#media.dispose();
    this.#pages.dispose();
  }

  #draw(wanted: readonly DrawnSource[]): void {
    const { worker } = this.#parts;
    for (const { id, input } of wanted) {
      const before = this.#drawn.get(id);
      if (before !== undefined && isSameData(before, input)) continue;
      this.#drawn.set(id, input);
      worker.send({ type: 'openDrawn', sourceId: id, input, locale: format.locale });
    }
    for (const id of this.#drawn.keys()) {
      if (wanted.some((each) => each.id === id)) continue;
      this.#drawn.delete(id);
      worker.send({ type: 'closeVideo', sourceId: id });
    }
  }

  /** Of sources that are drawn no more. */
  #forgetSizes({ drawn, files }: StudioView): void {
    const { store } = this.#parts;
    const { drawnSizes } = store.getState();
    const ids = new Set([...drawn, ...files].map(({ id }) => id));
    const kept = Object.entries(drawnSizes).filter(([id]) => ids.has(id));
    if (kept.length < Object.keys(drawnSizes).length)
      store.setState({ drawnSizes: Object.fromEntries(kept) });
  }

  async #open(id: string, choice: SourceChoice): Promise<void> {
    const { worker, bridge, program } = this.#parts;
    const onState = (state: VideoSourceState): void => this.#keep(id, state);
    const capture =
      this.#captures.get(id) ?? new VideoCapture({ sourceId: id, worker, bridge, program, onState });
    this.#captures.set(id, capture);
    await capture.set(choice).catch((error: unknown) => {
      this.#keep(id, { choice, phase: 'failed', error: toAppError(error).toRecord() });
    });
  }

  #close(id: string): void {
    this.#captures.get(id)?.dispose();
    this.#captures.delete(id);
    this.#keep(id, undefined);
  }

  #keepFilterError(id: string, error: ErrorRecord | undefined): void {
    const { store } = this.#parts;
    const { [id]: before, ...others } = store.getState().filterErrors;
    if (before !== error)
      store.setState({ filterErrors: error === undefined ? others : { ...others, [id]: error } });
  }

  /** @param state undefined once the source is closed. */
  #keep(id: string, state: VideoSourceState | undefined): void {
    const { store } = this.#parts;
    const { [id]: _before, ...others } = store.getState().videos;
    store.setState({ videos: state === undefined ? others : { ...others, [id]: state } });
    this.#publish();
  }

  #publish(): void {
    const { store } = this.#parts;
    const { videos, source: sourceBefore, video: videoBefore } = store.getState();
    const main = this.#view?.mainId === undefined ? undefined : videos[this.#view.mainId];
    const { choice: source = noChoice, ...video } = main ?? { phase: 'off' };
    store.setState({
      source: isSameData(source, sourceBefore) ? sourceBefore : source,
      video: isSameData(video, videoBefore) ? videoBefore : video,
      program: programPhase(this.#view, videos),
    });
  }
}

/** Of the scene: running as soon as one source shows a picture. What is drawn always does. */
function programPhase(
  view: StudioView | undefined,
  videos: Readonly<Record<string, VideoSourceState>>,
): CapturePhase {
  const named = [...(view?.sources ?? []), ...(view?.files ?? []), ...(view?.media ?? [])];
  const opened = new Set([...named.map(({ id }) => id), ...(view?.pages ?? [])]);
  const phases = shownSources(view?.scene).map((sourceId) =>
    opened.has(sourceId) ? (videos[sourceId]?.phase ?? 'starting') : 'running',
  );
  const order = ['running', 'starting', 'failed'] as const;
  return order.find((phase) => phases.includes(phase)) ?? 'off';
}
