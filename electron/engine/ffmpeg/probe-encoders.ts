/**
 * Finds out which encoders work on this machine: two seconds with each that this ffmpeg has, into FLV, and read back by our
 * own demuxer. An encoder whose stream cannot be sent is no encoder.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { codecFourCcs, codecOf } from '../../../shared/encoding/codec.ts';
import { encoderNames, RENDER_NODE } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderName, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { FlvDemuxer } from '../../rtmp/flv/demuxer.ts';
import { setPriority } from '../process-priority.ts';
import { buildProbeArguments } from './ffmpeg-arguments.ts';
import { cannotWriteEnhancedFlv, inspectFfmpeg } from './locate-ffmpeg.ts';

const run = promisify(execFile);
const LIST_TIMEOUT_MS = 10_000;
const PROBE_TIMEOUT_MS = 15_000;
const PROBE_SECONDS = 2;
const MAX_REASON_LENGTH = 300;
/** Two seconds at 2500 kbit/s take 0.6 MB; an encoder that does not keep to it may take more. */
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;

interface Probing {
  readonly ffmpegPath: string;
  readonly nowMs: () => number;
  readonly signal: AbortSignal | undefined;
  readonly renderNodes: readonly string[];
}

/**
 * Probes one after another, so that they do not slow each other, at a low priority. The caller keeps the result per
 * ffmpeg and driver. @throws the signal's reason when it is aborted; its ffmpeg is then ended.
 */
export async function probeEncoders(
  ffmpegPath: string,
  nowMs: () => number,
  signal?: AbortSignal,
  renderNodes: readonly string[] = findRenderNodes(),
): Promise<EncoderProbe[]> {
  const { stdout } = await run(ffmpegPath, ['-hide_banner', '-encoders'], {
    timeout: LIST_TIMEOUT_MS,
    windowsHide: true,
    signal,
  });
  const listed = new Set(stdout.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  const location = await inspectFfmpeg(ffmpegPath);
  const isTooOld = location !== undefined && cannotWriteEnhancedFlv(location);
  const results: EncoderProbe[] = [];
  for (const encoder of encoderNames) {
    const not = (reason: string): EncoderProbe => ({ encoder, isWorking: false, speed: 0, reason });
    if (isTooOld && codecOf(encoder) !== 'h264')
      results.push({ ...not('ffmpeg older than 6.1'), tooOldFfmpeg: location.version.slice(0, 100) });
    else if (listed.has(encoder))
      results.push(await probeCards(encoder, { ffmpegPath, nowMs, signal, renderNodes }));
    else results.push(not('not in this ffmpeg'));
  }
  return results;
}

/** Two seconds by an encoder of this machine, at a low priority. Rejects when ffmpeg fails, takes too long or is ended. */
export async function encodeToFlv(
  ffmpegPath: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const running = run(ffmpegPath, args, {
    timeout: PROBE_TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    encoding: 'buffer',
    windowsHide: true,
    signal,
  });
  setPriority(running.child.pid, 'below');
  return (await running).stdout;
}

/** The graphics cards of Linux, in the kernel's order. */
function findRenderNodes(): readonly string[] {
  try {
    return readdirSync('/dev/dri')
      .map((name) => `/dev/dri/${name}`)
      .filter((path) => RENDER_NODE.test(path))
      .sort();
  } catch {
    // Another system, or none.
    return [];
  }
}

/** On the card that ffmpeg takes by itself, then on the others: a laptop's first one may have no encoder. */
async function probeCards(encoder: EncoderName, probing: Probing): Promise<EncoderProbe> {
  const first = await probeOne(encoder, probing, undefined);
  if (first.isWorking || !encoder.endsWith('_vaapi') || probing.renderNodes.length < 2) return first;
  for (const device of probing.renderNodes) {
    const found = await probeOne(encoder, probing, device);
    if (found.isWorking) return { ...found, device };
  }
  return first;
}

async function probeOne(
  encoder: EncoderName,
  { ffmpegPath, nowMs, signal }: Probing,
  device: string | undefined,
): Promise<EncoderProbe> {
  const startedMs = nowMs();
  try {
    const stdout = await encodeToFlv(
      ffmpegPath,
      buildProbeArguments(encoder, availableParallelism(), { architecture: process.arch, device }),
      signal,
    );
    const speed = (PROBE_SECONDS * 1000) / Math.max(1, nowMs() - startedMs);
    const reason = findFault(stdout, encoder);
    return reason === undefined
      ? { encoder, isWorking: true, speed }
      : { encoder, isWorking: false, speed: 0, reason };
  } catch (error) {
    signal?.throwIfAborted();
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    // The first error is the cause, the rest its consequences.
    const reason = (lines[0] ?? 'ffmpeg ended without an error message').slice(0, MAX_REASON_LENGTH);
    return { encoder, isWorking: false, speed: 0, reason };
  }
}

/** What is wrong with the FLV that an encoder's probe gave; undefined when it can be sent. */
export function findFault(flv: Uint8Array, encoder: EncoderName): string | undefined {
  const wanted = codecFourCcs[codecOf(encoder)];
  try {
    const video = new FlvDemuxer().push(flv).filter(({ kind }) => kind === 'video');
    const header = video.find(({ isSequenceHeader }) => isSequenceHeader);
    if (header === undefined) return 'no codec configuration in the output';
    const codec = header.tag?.tracks[0]?.codec;
    if (codec !== wanted) return `the output is ${codec ?? 'of no known codec'}, not ${wanted}`;
    return video.some(({ isKeyframe }) => isKeyframe) ? undefined : 'no keyframe in the output';
  } catch (error) {
    return toAppError(error).message.slice(0, MAX_REASON_LENGTH);
  }
}
