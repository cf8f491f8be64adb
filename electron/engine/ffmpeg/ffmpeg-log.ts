/** Reads what ffmpeg writes to stderr: progress as `key=value` lines and messages with their level. Pure, bounded. */

export interface FfmpegProgress {
  /** Frames encoded. */
  readonly frames: number;
  /** Frames repeated to keep the frame rate constant, and frames left out for it. */
  readonly duplicatedFrames: number;
  readonly droppedFrames: number;
  /** 1 is real time; undefined while unknown. */
  readonly speed: number | undefined;
}

export type FfmpegLogEntry =
  | { readonly type: 'progress'; readonly progress: FfmpegProgress }
  | { readonly type: 'message'; readonly level: 'error' | 'warning' | 'info'; readonly text: string };

const MAX_LINE_LENGTH = 4096;
const LEVELS: ReadonlyMap<string, 'error' | 'warning' | 'info'> = new Map([
  ['panic', 'error'],
  ['fatal', 'error'],
  ['error', 'error'],
  ['warning', 'warning'],
]);

export class FfmpegLogParser {
  #rest = '';
  #values = new Map<string, string>();

  /** Takes text in any split. Lines over 4096 characters are cut. */
  push(text: string): FfmpegLogEntry[] {
    const lines = (this.#rest + text).split(/\r?\n|\r/);
    this.#rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    return lines.flatMap((line) => this.#readLine(line.slice(0, MAX_LINE_LENGTH)));
  }

  #readLine(line: string): FfmpegLogEntry[] {
    const pair = /^([a-z0-9_]+)=\s*(\S*)\s*$/.exec(line);
    if (pair === null) return line.trim() === '' ? [] : [readMessage(line)];
    const [, key = '', value = ''] = pair;
    if (key !== 'progress') {
      if (this.#values.size < 64) this.#values.set(key, value);
      return [];
    }
    const values = this.#values;
    this.#values = new Map();
    const number = (name: string): number => Number.parseFloat(values.get(name) ?? '') || 0;
    const speed = Number.parseFloat(values.get('speed') ?? '');
    return [
      {
        type: 'progress',
        progress: {
          frames: number('frame'),
          duplicatedFrames: number('dup_frames'),
          droppedFrames: number('drop_frames'),
          speed: Number.isFinite(speed) ? speed : undefined,
        },
      },
    ];
  }
}

function readMessage(line: string): FfmpegLogEntry {
  const level = /\[(panic|fatal|error|warning)\]/.exec(line)?.[1] ?? '';
  // "[libx264 @ 0x55d0] [error] text" becomes "libx264: text".
  const text = line
    .replace(/^\[([^\]@]*?)(?: @ [^\]]*)?\] (?=\[)/, '$1: ')
    .replace(/\[[a-z]+\] /, '')
    .trim();
  return { type: 'message', level: LEVELS.get(level) ?? 'info', text };
}
