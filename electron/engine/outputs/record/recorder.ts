/**
 * Records the program as it was encoded, beside the network and without ever waiting for it, or alone. An error of the disk
 * stops the recording and nothing else.
 */
import { statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { Clock } from '../../../../shared/clock.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { RecorderView } from '../../../../shared/broadcast/state.ts';
import type { BroadcastEvent } from '../../../../shared/broadcast/statistics.ts';
import type { EncodedPacket } from '../../encode/encoded-packet.ts';
import { decideDiskSpace } from './disk-space.ts';
import type { DiskSpace, SpaceLevel } from './disk-space.ts';
import { describeCause } from '../../broadcast/event-text.ts';
import type { Program } from '../../broadcast/program.ts';
import { RecordingPart } from './recording-part.ts';

/** Recording time after which its rate says something. */
const RATE_SECONDS = 3;

export interface RecorderOptions {
  readonly program: Program;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onLog: (level: 'warn', text: string) => void;
  readonly onTell: (event: Pick<BroadcastEvent, 'kind' | 'text'> & { readonly error?: AppError }) => void;
}

/** When a new file is begun, at the next keyframe: after so long, or so many bytes; never when absent. */
export interface SplitLimits {
  readonly afterMs?: number;
  readonly afterBytes?: number;
}

export class Recorder {
  readonly #options: RecorderOptions;
  #view: RecorderView = { phase: 'off' };
  #path = '';
  #split: SplitLimits = {};
  #space: SpaceLevel = 'enough';
  #isLookingAtSpace = false;
  #partCount = 0;
  #part: RecordingPart | undefined;
  #sink: Disposable | undefined;
  #finishing: Promise<void> = Promise.resolve();
  /** Headers that the next part begins with. */
  #headers = new Map<EncodedPacket['kind'], EncodedPacket>();

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  get view(): RecorderView {
    return this.#part && this.#view.phase === 'recording'
      ? { ...this.#view, bytes: this.#part.bytes }
      : this.#view;
  }

  get isRecording(): boolean {
    return this.#view.phase === 'recording';
  }

  get #hasFailed(): boolean {
    return this.#view.phase === 'failed';
  }

  /**
   * Begins a file; a name that is taken gets a number. Resolves with the path when the file is there.
   * @throws AppError `record/cannot-write` or `record/disk-full`; `input/bad-message` while one is being made.
   */
  async start(path: string, split: SplitLimits = {}): Promise<string> {
    if (this.#view.phase === 'recording' || this.#view.phase === 'finishing') {
      throw new AppError('input/bad-message', { message: 'A recording is already being made.' });
    }
    const { program, clock } = this.#options;
    this.#path = path;
    this.#split = split;
    this.#space = 'enough';
    this.#partCount = 0;
    this.#setView({ phase: 'recording', path, sinceMs: clock.now(), bytes: 0 });
    this.#headers.clear();
    const part = this.#beginPart();
    for (const header of program.headers()) this.#push(header);
    for (const packet of program.currentGop()?.packets ?? []) this.#push(packet);
    this.#sink = program.addSink({ push: (packet) => this.#push(packet) });
    const file = await part.file;
    // It may have been stopped, or have failed, meanwhile.
    if (this.isRecording) this.#setView({ ...this.#view, path: file.path });
    this.#options.onTell({ kind: 'recordingStarted', text: `Recording to ${basename(file.path)}.` });
    return file.path;
  }

  /** Finishes the file; resolves when it is whole on the disk, or failed. */
  async stop(): Promise<void> {
    if (this.#view.phase !== 'recording') {
      await this.#finished();
      return;
    }
    this.#sink?.dispose();
    const path = this.#view.path ?? this.#path;
    this.#setView({ ...this.#view, phase: 'finishing' });
    this.#endPart();
    await this.#finished();
    if (this.#hasFailed) return;
    this.#setView({ phase: 'off', path });
    this.#options.onTell({ kind: 'recordingEnded', text: `The recording is finished: ${basename(path)}.` });
  }

  /**
   * Looks at the space that the disk has left; called once a second while recording. Says when it gets short, and finishes the file
   * before it is gone: a finished file is worth more than its last seconds.
   */
  async watchSpace(): Promise<void> {
    const part = this.#part;
    if (!part || this.#isLookingAtSpace) return;
    const elapsedSeconds = (this.#options.clock.now() - part.startedMs) / 1000;
    if (part.bytes === 0 || elapsedSeconds < RATE_SECONDS) return;
    this.#isLookingAtSpace = true;
    try {
      const { bavail, bsize } = await statfs(dirname(this.#path));
      if (this.#part === part) this.#takeSpace(decideDiskSpace(bavail * bsize, part.bytes / elapsedSeconds));
    } catch (error) {
      // A drive that cannot be asked may still be written to; if it cannot, the writing says so.
      this.#options.onLog('warn', `The space on the disk cannot be read: ${toAppError(error).message}`);
    } finally {
      this.#isLookingAtSpace = false;
    }
  }

  #takeSpace({ level, secondsLeft }: DiskSpace): void {
    if (level === 'full') {
      this.#endPart();
      this.#fail(
        new AppError('record/disk-full', { message: 'The disk is full: the recording was finished.' }),
      );
      return;
    }
    const { secondsLeft: _before, ...view } = this.#view;
    this.#view = level === 'enough' ? view : { ...view, secondsLeft };
    if (level === this.#space) return;
    this.#space = level;
    if (level === 'enough') return;
    this.#options.onTell({
      kind: 'recordingSpaceLow',
      text: `The disk has room for ${describeTime(secondsLeft)} of recording.`,
    });
  }

  #beginPart(): RecordingPart {
    const part = this.#openPart([...this.#headers.values()]);
    this.#part = part;
    return part;
  }

  #openPart(headers: readonly EncodedPacket[]): RecordingPart {
    this.#partCount += 1;
    const part: RecordingPart = new RecordingPart({
      path: this.#path,
      number: this.#partCount,
      headers,
      startedMs: this.#options.clock.now(),
      onFull: () => this.#continueAfter(part),
      onError: (error) => this.#fail(error),
    });
    part.file.catch((error: unknown) => {
      if (this.#part === part) this.#fail(toAppError(error));
    });
    return part;
  }

  /** The file system takes no larger file: what didn't fit goes to the next part, from its keyframe on. */
  #continueAfter(full: RecordingPart): void {
    if (this.#view.phase === 'failed' || this.#view.phase === 'off') return;
    const isGoingOn = this.#part === full;
    let next: RecordingPart;
    try {
      const rest = full.cut();
      next = this.#openPart(rest.headers);
      for (const packet of rest.packets) next.push(packet);
    } catch (error) {
      this.#fail(toAppError(error));
      return;
    }
    if (isGoingOn) {
      this.#part = next;
      this.#finish(full);
    } else this.#finish(next);
    next.file.then(({ path }) => {
      const text = `The drive takes no larger file: the recording goes on in ${basename(path)}.`;
      this.#options.onTell({ kind: 'recordingStarted', text });
    }, ignoreReported);
  }

  #push(packet: EncodedPacket): void {
    try {
      this.#record(packet);
    } catch (error) {
      this.#fail(toAppError(error));
    }
  }

  #record(packet: EncodedPacket): void {
    let part = this.#part;
    if (!part) return;
    if (packet.isSequenceHeader) {
      this.#headers.set(packet.kind, packet);
      if (!part.accepts(packet)) {
        this.#endPart();
        part = this.#beginPart();
        return;
      }
    } else if (packet.kind === 'video' && packet.isKeyframe && this.#isDue(part)) {
      this.#endPart();
      part = this.#beginPart();
    }
    part.push(packet);
  }

  #isDue(part: RecordingPart): boolean {
    const { afterMs = Infinity, afterBytes = Infinity } = this.#split;
    return part.bytes >= afterBytes || this.#options.clock.now() - part.startedMs >= afterMs;
  }

  #endPart(): void {
    const part = this.#part;
    this.#part = undefined;
    if (part) this.#finish(part);
  }

  #finish(part: RecordingPart): void {
    const finished = part.end().catch((error: unknown) => this.#fail(toAppError(error)));
    this.#finishing = Promise.all([this.#finishing, finished]).then(() => undefined);
  }

  /** A part that turns out not to fit brings one more part to finish. */
  async #finished(): Promise<void> {
    let known: Promise<void> | undefined;
    while (known !== this.#finishing) {
      known = this.#finishing;
      await known;
    }
  }

  /** Ends the recording as failed; what the disk holds stays. */
  #fail(error: AppError): void {
    if (this.#view.phase === 'failed' || this.#view.phase === 'off') return;
    const part = this.#part;
    this.#part = undefined;
    this.#sink?.dispose();
    if (part) {
      // The part before it may be unfinished still: both are waited for.
      this.#finishing = Promise.all([this.#finishing, part.abandon().catch(ignoreReported)]).then(
        () => undefined,
      );
    }
    const { path } = this.#view;
    this.#setView({ phase: 'failed', ...(path === undefined ? {} : { path }), error: error.toRecord() });
    this.#options.onTell({
      kind: 'recordingFailed',
      text: `The recording has stopped; the stream goes on. ${describeCause(error.toRecord())}`,
      error,
    });
  }

  #setView(view: RecorderView): void {
    this.#view = view;
    this.#options.onChange();
  }
}

/** `12 minutes`, `40 seconds`. */
function describeTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes > 0) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}

/** The error was told already, where it happened first. */
function ignoreReported(_error: unknown): void {}
