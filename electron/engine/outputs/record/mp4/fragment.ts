/** One fragment: a moof that says where each sample lies, and an mdat with the samples (ISO/IEC 14496-12, 8.8). Pure. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { box, fullBox, u32, u64 } from './boxes.ts';
import { VIDEO_TRACK } from './movie.ts';

export interface Sample {
  readonly data: Uint8Array;
  /** In the track's timescale; set when the next sample is known. */
  duration: number;
  readonly isKeyframe: boolean;
  readonly composition: number;
}

export interface SampleRun {
  readonly track: number;
  /** In the track's timescale. */
  readonly start: number;
  readonly samples: readonly Sample[];
}

/** @param runs at least one, none of them empty. */
export function buildFragment(sequence: number, runs: readonly SampleRun[]): Uint8Array {
  const build = (offsets: readonly number[]) =>
    box(
      'moof',
      fullBox('mfhd', 0, 0, u32(sequence)),
      ...runs.map((run, index) => buildTrackFragment(run, offsets[index] ?? 0)),
    );
  let offset = build([]).length + 8;
  const offsets = runs.map((run) => {
    const start = offset;
    offset += run.samples.reduce((sum, sample) => sum + sample.data.length, 0);
    return start;
  });
  const data = runs.flatMap((run) => run.samples.map((sample) => sample.data));
  return concatBytes([build(offsets), box('mdat', ...data)]);
}

function buildTrackFragment(run: SampleRun, dataOffset: number): Uint8Array {
  const isVideo = run.track === VIDEO_TRACK;
  const rows = run.samples.map((sample) =>
    isVideo
      ? u32(
          sample.duration,
          sample.data.length,
          sample.isKeyframe ? 0x02000000 : 0x01010000,
          sample.composition,
        )
      : u32(sample.duration, sample.data.length),
  );
  return box(
    'traf',
    fullBox('tfhd', 0, 0x020000, u32(run.track)),
    fullBox('tfdt', 1, 0, u64(run.start)),
    fullBox('trun', 1, isVideo ? 0xf01 : 0x301, u32(run.samples.length, dataOffset), ...rows),
  );
}
