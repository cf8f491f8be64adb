/** What ffmpeg's `ebur128` measures of a program: the judge of our own meter. */
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpegPath } from '../media/ffmpeg.ts';
import type { Program } from './programs.ts';

const run = promisify(execFile);

export interface FfmpegLoudness {
  /** After each tenth of a second. */
  readonly momentary: readonly number[];
  readonly shortTerm: readonly number[];
  readonly integrated: number;
  readonly range: number;
  /** One decimal. */
  readonly truePeakDb: number;
}

export async function ffmpegLoudness({ sampleRate, left, right }: Program): Promise<FfmpegLoudness> {
  const samples = new Float32Array(left.length * 2);
  for (let at = 0; at < left.length; at += 1) {
    samples[2 * at] = left[at] ?? 0;
    samples[2 * at + 1] = right[at] ?? 0;
  }
  const path = join(
    tmpdir(),
    `upcast-test-loudness-${process.pid}-${Math.random().toString(36).slice(2)}.f32`,
  );
  await writeFile(path, new Uint8Array(samples.buffer));
  try {
    const { stdout, stderr } = await run(
      ffmpegPath(),
      [
        ...['-hide_banner', '-nostats', '-f', 'f32le', '-ar', String(sampleRate), '-ac', '2', '-i', path],
        ...['-af', 'ebur128=peak=true:metadata=1,ametadata=mode=print:file=-', '-f', 'null', '-'],
      ],
      { maxBuffer: 64_000_000 },
    );
    return {
      momentary: figuresOf(stdout, 'M'),
      shortTerm: figuresOf(stdout, 'S'),
      integrated: figuresOf(stdout, 'I').at(-1) ?? NaN,
      range: figuresOf(stdout, 'LRA').at(-1) ?? NaN,
      truePeakDb: Number(/Peak:\s+(\S+) dBFS/.exec(stderr)?.[1]),
    };
  } finally {
    await rm(path, { force: true });
  }
}

function figuresOf(output: string, name: string): number[] {
  return [...output.matchAll(new RegExp(`^lavfi\\.r128\\.${name}=(\\S+)$`, 'gm'))].map((match) =>
    Number(match[1]),
  );
}
