/** FLV from outside on ffmpeg's standard input: its faults mended and its times on one clock. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { openMediaSource } from './media-source.ts';
import { rewriteFlv } from './read-flv.ts';

export interface FlvFeed {
  readonly signal: AbortSignal;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
}

/** Resolves once ffmpeg has it all, or ended; with an error where the file itself is at fault: ffmpeg's own words say the rest. */
export async function feedFlv(
  path: string,
  stdin: Writable,
  { signal, log }: FlvFeed,
): Promise<AppError | undefined> {
  try {
    const source = await openMediaSource(path);
    try {
      const flv = rewriteFlv(source.blocks(), ({ code, count }) => log('warn', `file: ${code} ${count}`));
      await pipeline(flv, stdin, { signal });
    } finally {
      await source.close();
    }
    return undefined;
  } catch (error) {
    stdin.destroy();
    const { code, details } = toAppError(error);
    // ffmpeg may end before it has read everything.
    if (signal.aborted || !code.startsWith('input/')) return undefined;
    return new AppError('capture/file-unreadable', details, error);
  }
}
