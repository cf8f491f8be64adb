/** When a white clip with a steady tone was seen and heard in a recording. */
import { readPackets, readPictures, readSound } from '../../../measure/decode.ts';
import { ffmpegPath } from '../ffmpeg.ts';

const STEP_SECONDS = 0.004;

/** Times at which picture and sound pass half of their full strength, in order; up and down in turn. */
export interface Crossings {
  readonly picture: readonly number[];
  readonly sound: readonly number[];
}

/** @param amplitude of the tone, full scale is 1. */
export async function crossingsOf(file: string, amplitude: number): Promise<Crossings> {
  const { facts } = await readPackets(ffmpegPath(), file);
  const lumas: (readonly [number, number])[] = [];
  for await (const { ptsSeconds, data } of readPictures(ffmpegPath(), file, facts))
    lumas.push([ptsSeconds, ((data[(facts.height / 2) * facts.width + facts.width / 2] ?? 0) - 16) / 219]);
  const levels: (readonly [number, number])[] = [];
  for await (const { samples, ptsSeconds, sampleRate } of readSound(ffmpegPath(), file)) {
    const step = Math.round(STEP_SECONDS * sampleRate);
    for (let at = 0; at + step <= samples.length; at += step) {
      let peak = 0;
      for (let index = at; index < at + step; index += 1)
        peak = Math.max(peak, Math.abs(samples[index] ?? 0));
      levels.push([ptsSeconds + (at + step / 2) / sampleRate, peak / amplitude]);
    }
  }
  return { picture: crossings(lumas), sound: crossings(levels) };
}

/** Between two points the value goes straight. */
function crossings(points: readonly (readonly [number, number])[]): readonly number[] {
  return points.flatMap(([time, value], at) => {
    const [before, last] = points[at - 1] ?? [time, value];
    if (last < 0.5 === value < 0.5) return [];
    return [before + ((0.5 - last) / (value - last)) * (time - before)];
  });
}
