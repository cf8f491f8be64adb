/** Looks after a page's processes: they give way to the stream, each is asked whether it answers, their memory is added up, and they are ended. */
import { constants, getPriority, setPriority } from 'node:os';
import type { BrowserWindow, WebContents, WebFrameMain } from 'electron';
import { memoryOf } from './page-memory.ts';

const LOOK_EVERY_MS = 1000;
/** A page that is busy for so long answers no more. */
const SILENT_AFTER_MS = 10_000;
const BYTES_PER_MB = 1_000_000;
/** Chromium's number for a navigation that another one replaced, or that was refused. */
const ERR_ABORTED = -3;

/** Of a page's window, once its processes were ended. */
const DESTROYED_AFTER_MS = 100;

export interface PageWatchParts {
  readonly contents: WebContents;
  readonly maxMemoryBytes: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** @param cause as Chromium names it */
  onUnloaded(cause: string): void;
  onHung(): void;
  onMemory(megabytes: number): void;
}

export class PageWatch {
  readonly #parts: PageWatchParts;
  readonly #timer: NodeJS.Timeout;
  /** When a process was asked that hasn't answered yet, by its id. */
  readonly #askedMs = new Map<number, number>();
  readonly #seen = new Set<number>();
  #lookedMs: number;
  #isLoadable = true;

  constructor(parts: PageWatchParts) {
    this.#parts = parts;
    this.#lookedMs = parts.now();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    parts.contents.on('did-fail-load', (_event, code, name, _url, isMainFrame) => {
      if (!isMainFrame || code === ERR_ABORTED) return;
      this.#isLoadable = false;
      parts.onUnloaded(name === '' ? String(code) : name);
    });
  }

  /**
   * The page's processes end at once, its window a moment later. In place of a page that can't be loaded Chromium shows one of its own: a
   * process that is killed meanwhile takes main with it, so that one ends with its window.
   */
  end(window: BrowserWindow): void {
    this.#stop();
    setImmediate(() => {
      if (this.#isLoadable) killProcesses(this.#parts.contents);
      setTimeout(() => {
        if (!window.isDestroyed()) window.destroy();
      }, DESTROYED_AFTER_MS);
    });
  }

  #stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { contents, now, maxMemoryBytes, onHung, onMemory } = this.#parts;
    if (contents.isDestroyed()) return this.#stop();
    const frames = framesByProcess(contents);
    for (const pid of frames.keys()) if (!this.#seen.has(pid)) giveWay(pid);
    for (const pid of frames.keys()) this.#seen.add(pid);
    const nowMs = now();
    // Main itself was held up, or the computer slept: no page had a chance to answer.
    if (nowMs - this.#lookedMs > SILENT_AFTER_MS / 2) this.#askedMs.clear();
    this.#lookedMs = nowMs;
    const bytes = [...memoryOf([...frames.keys()]).values()].reduce((sum, each) => sum + each, 0);
    if (bytes > maxMemoryBytes) return onMemory(Math.round(maxMemoryBytes / BYTES_PER_MB));
    for (const pid of this.#askedMs.keys()) if (!frames.has(pid)) this.#askedMs.delete(pid);
    for (const [pid, frame] of frames) {
      const askedMs = this.#askedMs.get(pid);
      if (askedMs !== undefined && nowMs - askedMs >= SILENT_AFTER_MS) return onHung();
      if (askedMs === undefined) this.#ask(pid, frame, nowMs);
    }
    return undefined;
  }

  #ask(pid: number, frame: WebFrameMain, nowMs: number): void {
    this.#askedMs.set(pid, nowMs);
    const answered = (): void => {
      if (this.#askedMs.get(pid) === nowMs) this.#askedMs.delete(pid);
    };
    // A frame that is gone meanwhile is no answer and no silence: its process is asked by another one.
    frame.executeJavaScript('0').then(answered, answered);
  }
}

/** One frame of each process that the page has. */
function framesByProcess({ mainFrame }: WebContents): ReadonlyMap<number, WebFrameMain> {
  const frames = new Map<number, WebFrameMain>();
  try {
    for (const frame of mainFrame.framesInSubtree)
      if (frame.osProcessId > 0 && !frames.has(frame.osProcessId)) frames.set(frame.osProcessId, frame);
  } catch {
    // A frame went meanwhile: the next look sees what is left.
  }
  return frames;
}

/** A page that hangs doesn't end by itself, and frames of other sites have processes of their own. */
function killProcesses(contents: WebContents): void {
  if (contents.isDestroyed()) return;
  const own = contents.getOSProcessId();
  for (const pid of framesByProcess(contents).keys()) if (pid !== own) kill(pid);
  contents.forcefullyCrashRenderer();
}

/** A page that computes without an end takes no time from the encoder. */
function giveWay(pid: number): void {
  try {
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
    setPriority(pid, Math.min(PRIORITY_LOW, getPriority() + PRIORITY_BELOW_NORMAL));
  } catch {
    // It has ended, or the system doesn't allow this.
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
