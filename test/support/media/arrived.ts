/** What lies in a take or a recording of the test picture, judged in the same way everywhere: frames, times, sound, decode. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readPackets } from '../../measure/decode.ts';
import { measure } from '../../measure/measure.ts';
import type { MeasureReport } from '../../measure/report.ts';

const run = promisify(execFile);

export interface Arrived {
  readonly report: MeasureReport;
  /** Largest distance between neighbouring sound packets, ms. */
  readonly largestSoundGapMs: number;
  /** Places where the sound's times do not grow. */
  readonly soundTimesBack: number;
  /** What a decoder that stops at the first error said; empty is clean. */
  readonly decodeErrors: string;
}

export async function readArrived(ffmpegPath: string, file: string): Promise<Arrived> {
  const report = await measure(file, { ffmpegPath });
  const { packets } = await readPackets(ffmpegPath, file);
  const times = packets.filter(({ kind }) => kind === 'audio').map(({ dtsSeconds }) => dtsSeconds * 1000);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    report,
    largestSoundGapMs: Math.round(Math.max(0, ...steps)),
    soundTimesBack: steps.filter((step) => step <= 0).length,
    decodeErrors: await decodeErrors(ffmpegPath, file),
  };
}

async function decodeErrors(ffmpegPath: string, file: string): Promise<string> {
  const args = [
    '-v',
    'error',
    '-xerror',
    '-i',
    file,
    '-fps_mode',
    'passthrough',
    '-enc_time_base',
    '1:90000',
    '-f',
    'null',
    '-',
  ];
  try {
    return (await run(ffmpegPath, args)).stderr.trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
