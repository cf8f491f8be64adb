/**
 * One source that shows a file: read by main, handed to the worker, and read anew when it changes. While the file can't be read or shown,
 * the worker keeps what it has, and the source's state says why.
 */
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import type { SourceFile } from '../../../../shared/ipc/source-file-channels.ts';
import { textOfFile } from '../../../../shared/studio/files/file-text.ts';
import type { FileInput, TextInput } from '../../../../shared/studio/inputs.ts';
import { format } from '../../../../shared/text/text.ts';
import { isSvg } from '../../stills/image/header/svg-header.ts';
import type { Pixels } from '../../stills/drawn-picture.ts';
import type { FileEvent, ImageBytes } from '../../worker/worker-messages.ts';
import type { CapturePhase, VideoCaptureState } from '../capture-state.ts';
import { warn } from '../warn.ts';
import type { CaptureWorker } from '../worker-client.ts';

/** A drive that takes longer is said to be silent; what it answers in the end is shown all the same. */
const SILENT_AFTER_MS = 10_000;

export interface FileSourceParts {
  readonly sourceId: string;
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  /** @throws AppError `source/bad-image` */
  drawSvg(bytes: ArrayBuffer): Promise<Pixels>;
  onState(state: VideoCaptureState): void;
}

export class FileSource {
  readonly #parts: FileSourceParts;
  #input: FileInput;
  /** Grows with every reading; what belongs to an older one is ignored. */
  #run = 0;
  #state: VideoCaptureState = { phase: 'starting' };
  /** What was wrong since the source last ran. A slide's turn comes again and again: nothing is said twice. */
  readonly #said = new Set<string>();
  /** Of a slide show: those that could not be shown when their turn came, and why. */
  readonly #badSlides = new Map<number, ErrorRecord>();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: FileSourceParts, input: FileInput) {
    this.#parts = parts;
    this.#input = input;
    this.#show({ phase: 'starting' });
  }

  get input(): FileInput {
    return this.#input;
  }

  async set(input: FileInput): Promise<void> {
    this.#input = input;
    this.#said.clear();
    await this.load();
  }

  /** @param index of the slide, in a slide show. */
  async onFileChanged(index: number): Promise<void> {
    const { sourceId, worker } = this.#parts;
    // A slide show that shows others goes on; one that has none to show begins anew.
    if (this.#input.type !== 'slideshow' || this.#state.phase === 'failed') await this.load();
    else worker.send({ type: 'slideChanged', sourceId, run: this.#run, index });
  }

  /** Never rejects. */
  async load(): Promise<void> {
    const run = (this.#run += 1);
    const { worker, bridge, sourceId } = this.#parts;
    const input = this.#input;
    this.#badSlides.clear();
    if (input.type === 'slideshow') return worker.send({ type: 'openSlideshow', sourceId, run, input });
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (run === this.#run) this.#fail(withReason('source/file-unreadable', 'fileSilent').toRecord());
    }, SILENT_AFTER_MS);
    try {
      const answer = await bridge.invoke('sourceFiles:read', { sourceId, index: 0 });
      if (run !== this.#run) return;
      clearTimeout(this.#silence);
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.details);
      if (input.type === 'text') this.#giveText(answer.value, input);
      else await this.#giveImage(answer.value, run);
    } catch (error) {
      if (run === this.#run) this.#fail(toAppError(error).toRecord());
    }
  }

  onWorkerEvent(event: FileEvent): void {
    if (event.run !== this.#run) return;
    if (event.type === 'slideWanted') return void this.#giveSlide(event.index, event.run);
    const { index } = event;
    if (event.type === 'imageFailed')
      return index === undefined ? this.#fail(event.error) : this.#missSlide(index, event.error);
    if (index !== undefined) this.#badSlides.delete(index);
    const { width, height } = event;
    if (this.#input.type !== 'slideshow') this.#said.clear();
    const { label } = this.#state;
    const [error] = this.#badSlides.values();
    this.#show({
      ...{ phase: 'running', width, height },
      ...(label !== undefined && { label }),
      ...(error && { error }),
    });
  }

  dispose(): void {
    this.#run += 1;
    clearTimeout(this.#silence);
    this.#parts.worker.send({ type: 'closeVideo', sourceId: this.#parts.sourceId });
  }

  async #giveImage({ name, bytes }: SourceFile, run: number): Promise<void> {
    const { worker, sourceId } = this.#parts;
    this.#state = { ...this.#state, label: name };
    const image = await this.#imageOf(bytes);
    if (run === this.#run) worker.send({ type: 'openImage', sourceId, run, image }, transferOf(image));
  }

  #giveText({ name, bytes }: SourceFile, { content, ...input }: TextInput): void {
    const { worker, sourceId } = this.#parts;
    const lastLines = content?.type === 'file' ? content.lastLines : undefined;
    const text = textOfFile(bytes, lastLines);
    worker.send({ type: 'openDrawn', sourceId, input: { ...input, text }, locale: format.locale });
    this.#said.clear();
    this.#show({ phase: 'running', label: name });
  }

  async #giveSlide(index: number, run: number): Promise<void> {
    const { worker, bridge, sourceId } = this.#parts;
    const slide = { type: 'slide', sourceId, run, index } as const;
    try {
      const answer = await bridge.invoke('sourceFiles:read', { sourceId, index });
      if (!answer.ok) return worker.send({ ...slide, error: answer.error });
      const image = await this.#imageOf(answer.value.bytes);
      worker.send({ ...slide, image }, transferOf(image));
    } catch (error) {
      worker.send({ ...slide, error: toAppError(error).toRecord() });
    }
  }

  /** @throws AppError `source/bad-image` */
  async #imageOf(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBytes> {
    const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    const svg = isSvg(bytes) ? await this.#parts.drawSvg(buffer) : undefined;
    return { bytes: buffer, ...(svg && { svg }) };
  }

  /** The others go on, and the row says which one is missing until that one is there again. */
  #missSlide(index: number, error: ErrorRecord): void {
    this.#badSlides.set(index, error);
    const hasOthers = this.#input.type === 'slideshow' && this.#badSlides.size < this.#input.paths.length;
    const isShown = this.#state.width !== undefined;
    this.#fail(error, hasOthers ? (isShown ? 'running' : 'starting') : 'failed');
  }

  #show(state: VideoCaptureState): void {
    this.#state = state;
    this.#parts.onState(state);
  }

  #fail(error: ErrorRecord, phase: CapturePhase = 'failed'): void {
    this.#show({ ...this.#state, phase, error });
    const said = JSON.stringify(error);
    if (this.#said.has(said)) return;
    this.#said.add(said);
    warn(this.#parts.bridge, new AppError(error.code, error.details));
  }
}

function transferOf({ bytes, svg }: ImageBytes): Transferable[] {
  return svg === undefined ? [bytes] : [bytes, svg.pixels];
}
