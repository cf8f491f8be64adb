/** Finds out which encoders work on this machine by encoding two seconds with each that this ffmpeg has. */
import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { promisify } from 'node:util';
import { encoderNames } from '../../shared/encoding/encoder-list.ts';
import type { EncoderName, EncoderProbe } from '../../shared/encoding/encoder-list.ts';
import { buildProbeArguments } from './ffmpeg-arguments.ts';

const run = promisify(execFile);
const LIST_TIMEOUT_MS = 10_000;
const PROBE_TIMEOUT_MS = 15_000;
const PROBE_SECONDS = 2;
const MAX_REASON_LENGTH = 300;

/**
 * Probes one after another, so that they do not slow each other, at a low priority. The caller keeps the result per
 * ffmpeg and driver. @throws the signal's reason when it is aborted; its ffmpeg is then ended.
 */
export async function probeEncoders(
  ffmpegPath: string,
  nowMs: () => number,
  signal?: AbortSignal,
): Promise<EncoderProbe[]> {
  const { stdout } = await run(ffmpegPath, ['-hide_banner', '-encoders'], {
    timeout: LIST_TIMEOUT_MS,
    windowsHide: true,
    signal,
  });
  const listed = new Set(stdout.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  const results: EncoderProbe[] = [];
  for (const encoder of encoderNames) {
    if (listed.has(encoder)) results.push(await probeOne(ffmpegPath, encoder, nowMs, signal));
    else results.push({ encoder, isWorking: false, speed: 0, reason: 'not in this ffmpeg' });
  }
  return results;
}

async function probeOne(
  ffmpegPath: string,
  encoder: EncoderName,
  nowMs: () => number,
  signal: AbortSignal | undefined,
): Promise<EncoderProbe> {
  const startedMs = nowMs();
  try {
    const running = run(ffmpegPath, buildProbeArguments(encoder), {
      timeout: PROBE_TIMEOUT_MS,
      windowsHide: true,
      signal,
    });
    const { pid } = running.child;
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
    await running;
    return { encoder, isWorking: true, speed: (PROBE_SECONDS * 1000) / Math.max(1, nowMs() - startedMs) };
  } catch (error) {
    signal?.throwIfAborted();
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const reason = (lines.at(-1) ?? 'it ended without a word').slice(0, MAX_REASON_LENGTH);
    return { encoder, isWorking: false, speed: 0, reason };
  }
}
