/** Finds out which encoders work on this machine by encoding two seconds with each that this ffmpeg has. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { encoderChoices } from '../../shared/encoding/profile.ts';
import { buildProbeArguments, type EncoderName } from './ffmpeg-arguments.ts';

const run = promisify(execFile);
const LIST_TIMEOUT_MS = 10_000;
const PROBE_TIMEOUT_MS = 15_000;
const PROBE_SECONDS = 2;

export interface EncoderProbe {
  readonly encoder: EncoderName;
  readonly isWorking: boolean;
  /** Times real time at 720p30, start of the process included; 0 when it does not work. */
  readonly speed: number;
  /** Why not, in ffmpeg's own words, its last line. */
  readonly reason?: string;
}

const ENCODERS = encoderChoices.filter((choice): choice is EncoderName => choice !== 'auto');

/** Probes one after another, so that they do not slow each other. The caller keeps the result per ffmpeg and driver. */
export async function probeEncoders(ffmpegPath: string, nowMs: () => number): Promise<EncoderProbe[]> {
  const { stdout } = await run(ffmpegPath, ['-hide_banner', '-encoders'], {
    timeout: LIST_TIMEOUT_MS,
    windowsHide: true,
  });
  const listed = new Set(stdout.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  const results: EncoderProbe[] = [];
  for (const encoder of ENCODERS) {
    if (!listed.has(encoder)) {
      results.push({ encoder, isWorking: false, speed: 0, reason: 'not in this ffmpeg' });
      continue;
    }
    results.push(await probeOne(ffmpegPath, encoder, nowMs));
  }
  return results;
}

async function probeOne(
  ffmpegPath: string,
  encoder: EncoderName,
  nowMs: () => number,
): Promise<EncoderProbe> {
  const startedMs = nowMs();
  try {
    await run(ffmpegPath, buildProbeArguments(encoder), { timeout: PROBE_TIMEOUT_MS, windowsHide: true });
    return { encoder, isWorking: true, speed: (PROBE_SECONDS * 1000) / Math.max(1, nowMs() - startedMs) };
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return {
      encoder,
      isWorking: false,
      speed: 0,
      reason: (lines.at(-1) ?? 'it ended without a word').slice(0, 300),
    };
  }
}

const PREFERENCE: readonly EncoderName[] = [
  'h264_nvenc',
  'h264_videotoolbox',
  'h264_qsv',
  'h264_amf',
  'h264_vaapi',
  'h264_mf',
  'libx264',
];
/** An encoder that is not at least this much faster than real time is no help. */
const MIN_SPEED = 1.5;

/** What `auto` stands for: the first working hardware encoder that is fast enough, else x264. */
export function pickEncoder(probes: readonly EncoderProbe[]): EncoderName {
  const isGood = (encoder: EncoderName): boolean =>
    probes.some((probe) => probe.encoder === encoder && probe.isWorking && probe.speed >= MIN_SPEED);
  return PREFERENCE.find(isGood) ?? 'libx264';
}
