/**
 * Records the program as it was encoded, beside the network and without ever waiting for it, or alone: one recording after the other,
 * what the window shows of it, and the space on its disk. An error of the disk stops the recording and nothing else.
 */
import { statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { Clock } from '../../../../shared/clock.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { RecorderView } from '../../../../shared/broadcast/state.ts';
import type { EventFact } from '../../../../shared/broadcast/events.ts';
import { decideDiskSpace } from './disk-space.ts';
import type { DiskSpace, SpaceLevel } from './disk-space.ts';
import type { Program } from '../program.ts';
import { Recording } from './recording.ts';
import type { RecordingFilePlan } from './recording.ts';

/** Recording time after which its rate says something. */
const RATE_SECONDS = 3;

export interface RecorderOptions {
  readonly program: Program;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onLog: (level: 'warn', text: string) => void;
  readonly onReport: (fact: EventFact, error?: AppError) => void;
}

/** A recording that waits for its first keyframe has no file: `recording-control.ts` knows it. */
type FileView = Exclude<RecorderView, { readonly phase: 'waiting' }>;

interface Running {
  readonly recording: Recording;
  readonly attachment: Disposable;
  space: SpaceLevel;
  isLookingAtSpace: boolean;
}

export class Recorder {
  readonly #options: RecorderOptions;
  #view: FileView = { phase: 'off' };
  /** The newest recording, until the next one begins. */
  #running: Running | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  get view(): FileView {
    const part = this.#running?.recording.part;
    return part && this.#view.phase === 'recording' ? { ...this.#view, bytes: part.bytes } : this.#view;
  }

  get isRecording(): boolean {
    return this.#view.phase === 'recording';
  }

  /**
   * Begins a file; a name that is taken gets a number. Resolves with the path when the file is there.
   * @throws AppError `record/cannot-write` or `record/disk-full`; `input/bad-message` while one is being made.
   */
  async start(path: string, plan: RecordingFilePlan = {}): Promise<string> {
    if (this.#view.phase === 'recording' || this.#view.phase === 'finishing') {
      throw withReason('studio/not-ready', 'alreadyRecording');
    }
    const { program, clock } = this.#options;
    const recording: Recording = new Recording({
      path,
      plan,
      clock,
      onSplit: (next) => this.#wentOnIn(next),
      onFailed: (error) => this.#failed(error),
    });
    this.#setView({ phase: 'recording', path, sinceMs: clock.now(), bytes: 0 });
    const opened = recording.open();
    const gop = program.currentGop()?.packets ?? [];
    for (const packet of [...program.headers(), ...program.trackPackets(), ...gop]) recording.push(packet);
    const attachment = program.attach(recording);
    this.#running = { recording, attachment, space: 'enough', isLookingAtSpace: false };
    if (!this.isRecording) attachment.dispose();
    await opened;
    // It may have been stopped, or have failed, meanwhile.
    const { view } = this;
    if (view.phase === 'recording') this.#setView({ ...view, path: recording.path });
    this.#options.onReport({ code: 'recordingStarted', details: { file: basename(recording.path) } });
    return recording.path;
  }

  /** Finishes the file; resolves when it is whole on the disk, or failed. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (!running || this.#view.phase !== 'recording') {
      await running?.recording.end();
      return;
    }
    running.attachment.dispose();
    const { path, sinceMs } = this.#view;
    this.#setView({ phase: 'finishing', path, sinceMs });
    await running.recording.end();
    // The recording may have failed while it was finished.
    if (this.view.phase === 'failed') return;
    this.#setView({ phase: 'off', path });
    this.#options.onReport({ code: 'recordingEnded', details: { file: basename(path) } });
  }

  /**
   * Looks at the space that the disk has left; called once a second while recording. Reports when it gets short, and finishes the file
   * before it is gone: a finished file is worth more than its last seconds.
   */
  async watchSpace(): Promise<void> {
    const running = this.#running;
    const part = running?.recording.part;
    if (!running || !part || running.isLookingAtSpace) return;
    const elapsedSeconds = (this.#options.clock.now() - part.startedMs) / 1000;
    if (part.bytes === 0 || elapsedSeconds < RATE_SECONDS) return;
    running.isLookingAtSpace = true;
    try {
      const { bavail, bsize } = await statfs(dirname(running.recording.path));
      if (running.recording.part === part)
        this.#takeSpace(running, decideDiskSpace(bavail * bsize, part.bytes / elapsedSeconds));
    } catch (error) {
      // A drive that cannot be asked may still be written to; if it cannot, the writing says so.
      this.#options.onLog('warn', `The space on the disk cannot be read: ${toAppError(error).message}`);
    } finally {
      running.isLookingAtSpace = false;
    }
  }

  #takeSpace(running: Running, { level, secondsLeft }: DiskSpace): void {
    if (level === 'full') {
      void running.recording.end();
      running.recording.fail(withReason('record/disk-full', 'diskFull'));
      return;
    }
    if (this.#view.phase !== 'recording') return;
    const { secondsLeft: _before, ...view } = this.#view;
    this.#view = level === 'enough' ? view : { ...view, secondsLeft };
    if (level === running.space) return;
    running.space = level;
    if (level === 'enough') return;
    this.#options.onReport({ code: 'recordingSpaceLow', details: { secondsLeft } });
  }

  #wentOnIn(path: string): void {
    this.#options.onReport({ code: 'recordingSplit', details: { file: basename(path) } });
  }

  #failed(error: AppError): void {
    if (this.#view.phase === 'failed' || this.#view.phase === 'off') return;
    this.#running?.attachment.dispose();
    this.#setView({ phase: 'failed', path: this.#view.path, error: error.toRecord() });
    this.#options.onReport({ code: 'recordingFailed', details: {} }, error);
  }

  #setView(view: FileView): void {
    this.#view = view;
    this.#options.onChange();
  }
}
