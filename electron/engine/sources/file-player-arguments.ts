/**
 * The argument list of the ffmpeg that plays a file as a source: once, pictures and sound in the
 * program's own format from time 0 on, without a gap in either, as AVI on stdout. Pure. The filters hold numbers of ours alone.
 */
import { ffmpegFrameRate } from '../../../shared/encoding/frame-rate.ts';
import { ffmpegInputArguments } from '../../media-file/ffmpeg-input.ts';
import type { FfmpegInput } from '../../media-file/ffmpeg-input.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';

export interface FilePlayerFormat {
  /** Even. */
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
}

export interface FilePlayerInput {
  /** Absolute. */
  readonly path: string;
  readonly hasSound: boolean;
  readonly format: FilePlayerFormat;
}

/** How far one medium may run ahead where the other has a hole. */
const MAXIMUM_LEAD_US = 500_000;
/** Sound that is further than this from its own times is cut or filled; times in whole milliseconds, as many files have, are not. */
const STEP_SECONDS = 0.004;

/** No `-re`: what is read from the pipe, and when, sets the pace. */
export function buildFilePlayerArguments(
  source: FfmpegInput,
  { hasSound, format }: FilePlayerInput,
  matrix: InputMatrix,
): string[] {
  return [
    ...[
      '-hide_banner',
      '-loglevel',
      'level+error',
      '-nostats',
      ...(source.path === undefined ? [] : ['-nostdin']),
    ],
    ...ffmpegInputArguments(source),
    // `V`: the picture on the cover of a song is no video.
    ...[
      '-map',
      '0:V:0',
      '-vf',
      buildVideoFilter(format, matrix),
      '-c:v',
      'rawvideo',
      '-fps_mode',
      'passthrough',
    ],
    ...(hasSound ? ['-map', '0:a:0?', '-af', buildAudioFilter(format), '-c:a', 'pcm_f32le'] : ['-an']),
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-max_interleave_delta', String(MAXIMUM_LEAD_US), '-flush_packets', '1', '-f', 'avi', 'pipe:1'],
  ];
}

/** By the shape in which the picture is shown, whatever the shape of its pixels. */
function buildVideoFilter({ width, height, fps }: FilePlayerFormat, matrix: InputMatrix): string {
  const taken = matrix === 'asTagged' ? '' : `:in_color_matrix=${matrix}`;
  return [
    `fps=fps=${ffmpegFrameRate(fps)}:start_time=0`,
    `scale=w='round(min(${width},${height}*dar)/2)*2':h='round(min(${height},${width}/dar)/2)*2'` +
      `${taken}:out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd`,
    'format=yuv420p',
    `pad=w=${width}:h=${height}:x=(ow-iw)/2:y=(oh-ih)/2:color=black`,
    'setsar=1',
  ].join(',');
}

function buildAudioFilter({ sampleRate, channels }: FilePlayerFormat): string {
  return [
    `aresample=async=1:first_pts=0:min_hard_comp=${STEP_SECONDS}`,
    `aformat=sample_fmts=flt:sample_rates=${sampleRate}:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`,
    'asetnsamples=n=1024:p=0',
  ].join(',');
}
