/** What the server recorded of a scene in a grid: the frames that are missing, and the colour of each source's cell second by second. */
import { execFile } from 'node:child_process';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { COLUMNS, ROWS } from '../../support/studio/twenty-sources.ts';

/** Of the recording. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

export class ArrivedFrames {
  /** Where frames are missing, and how many. */
  readonly #gaps: readonly { readonly atMs: number; readonly missing: number }[];

  private constructor(timesMs: readonly number[], fps: number) {
    const [first = 0] = timesMs;
    this.#gaps = timesMs
      .map((time, index) => {
        const before = timesMs[index - 1] ?? time;
        return { atMs: time - first, missing: Math.round(((time - before) * fps) / 1000) - 1 };
      })
      .filter(({ missing }) => missing > 0);
  }

  static async of(recording: string, fps: number): Promise<ArrivedFrames> {
    const { videoPackets } = await probe(recording);
    const times = videoPackets.map(({ ptsMs }) => ptsMs).toSorted((one, other) => one - other);
    return new ArrivedFrames(times, fps);
  }

  missingIn({ fromMs, toMs }: Stretch): number {
    return this.#gaps.reduce(
      (count, { atMs, missing }) => (atMs < fromMs || atMs >= toMs ? count : count + missing),
      0,
    );
  }

  /** The most that are missing in any part of the stretch that is so long. Of a shorter stretch, as many as in all its length in proportion. */
  mostMissingIn(stretch: Stretch, lengthMs: number): number {
    const wholeMs = stretch.toMs - stretch.fromMs;
    if (wholeMs <= lengthMs) return Math.ceil((this.missingIn(stretch) * lengthMs) / Math.max(1, wholeMs));
    let most = 0;
    for (let fromMs = stretch.fromMs; fromMs + lengthMs <= stretch.toMs; fromMs += 500)
      most = Math.max(most, this.missingIn({ fromMs, toMs: fromMs + lengthMs }));
    return most;
  }
}

export type Colour = readonly [number, number, number];

const CELLS = COLUMNS * ROWS;
/** Each pixel is the mean of a cell. */
const IN_CELLS = `scale=${COLUMNS}:${ROWS}:flags=area`;

/** The mean colour of each cell, once a second: `[second][cell]`, cells row by row. */
export async function cellColours(recording: string): Promise<readonly (readonly Colour[])[]> {
  const output = await decode(recording, `fps=1,${IN_CELLS},format=rgb24`);
  return Array.from({ length: Math.floor(output.length / (CELLS * 3)) }, (_, second) =>
    Array.from({ length: CELLS }, (__, cell): Colour => {
      const at = (second * CELLS + cell) * 3;
      return [output[at] ?? 0, output[at + 1] ?? 0, output[at + 2] ?? 0];
    }),
  );
}

/** How much each cell changed from frame to frame, summed up over each second: `[second][cell]`. Small changes count as much as large ones. */
export async function cellChanges(recording: string, fps: number): Promise<readonly (readonly number[])[]> {
  const differences = 'extractplanes=y,tblend=all_mode=difference,lut=c0=if(gt(val\\,8)\\,255\\,0)';
  const output = await decode(recording, `fps=${fps},${differences},${IN_CELLS},format=gray`);
  const frames = Math.floor(output.length / CELLS);
  return Array.from({ length: Math.floor(frames / fps) }, (_, second) =>
    Array.from({ length: CELLS }, (__, cell) => {
      let sum = 0;
      for (let frame = second * fps; frame < (second + 1) * fps; frame += 1)
        sum += output[frame * CELLS + cell] ?? 0;
      return sum;
    }),
  );
}

async function decode(recording: string, filter: string): Promise<Buffer> {
  return await new Promise<Buffer>((resolve, reject) => {
    execFile(
      ffmpegPath(),
      ['-v', 'error', '-i', recording, '-an', '-vf', filter, '-f', 'rawvideo', '-'],
      { encoding: 'buffer', maxBuffer: 64_000_000 },
      (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
    );
  });
}

/** How far a cell's colour is from the nearest that the cell had in a part of the recording: the largest difference of a value. */
export function distanceTo(colours: readonly Colour[], seen: Colour): number {
  const distances = colours.map((colour) =>
    Math.max(...colour.map((value, index) => Math.abs(value - (seen[index] ?? 0)))),
  );
  return Math.min(...distances);
}
