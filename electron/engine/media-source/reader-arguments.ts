/**
 * The argument list of the ffmpeg that reads a media file once: raw pictures at their own times, and PCM from time 0 on without a gap, as
 * Matroska on stdout. Pure. The filters hold numbers of ours alone.
 */
import { ffmpegInputArguments } from '../../media-file/ffmpeg-input.ts';
import type { FfmpegInput } from '../../media-file/ffmpeg-input.ts';
import { MEDIA_BLOCK_MS } from '../../../shared/media/media-source-port.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';
import type { PictureShape } from './picture-shape.ts';

export interface ReaderInput {
  readonly source: FfmpegInput;
  /** Of its pictures; undefined: they aren't read. */
  readonly shape: PictureShape | undefined;
  readonly fps: number | undefined;
  /** Undefined: the sound isn't read. */
  readonly sound: { readonly sampleRate: number; readonly isMono: boolean } | undefined;
  readonly matrix: InputMatrix;
  /** Where in the file. */
  readonly atUs: number;
  /** In place of ffmpeg's own choice. */
  readonly decoder: string | undefined;
}

/** Each takes memory for pictures of its own; as many as a 4K file needs. */
const DECODER_THREADS = 4;

/**
 * How far one medium may run ahead of the other in a file: ffmpeg's own reader lets them differ by a second. Where the sound has a hole, so many
 * raw pictures lie in ffmpeg's memory.
 */
const MAX_LEAD_US = 1_500_000;
const MAX_LEAD_BYTES = 192 * 1024 * 1024;
/** Of a file that doesn't tell its rate. */
const USUAL_FPS = 30;
/** Sound that is further than this from its own times is cut or filled; times in whole milliseconds, as many files have, are not. */
const STEP_SECONDS = 0.004;

export function buildReaderArguments(input: ReaderInput): string[] {
  const { source, shape, fps, sound, matrix, atUs, decoder } = input;
  return [
    ...['-hide_banner', '-loglevel', 'level+error', '-nostats'],
    ...(source.path === undefined ? [] : ['-nostdin']),
    ...['-threads', String(DECODER_THREADS)],
    ...(decoder === undefined ? [] : ['-c:v', decoder]),
    ...(atUs === 0 ? [] : ['-ss', (atUs / 1e6).toFixed(6)]),
    ...ffmpegInputArguments(source),
    // `V`: the picture on the cover of a song is no video.
    ...(shape === undefined
      ? ['-vn']
      : ['-map', '0:V:0', '-vf', buildFilter(shape, matrix), '-c:v', 'rawvideo', '-fps_mode', 'passthrough']),
    ...(sound === undefined
      ? ['-an']
      : ['-map', '0:a:0', '-af', buildSoundFilter(sound), '-c:a', 'pcm_f32le']),
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-max_interleave_delta', String(leadOf(shape, fps))],
    // Each picture goes out when the next one is there, however small it is.
    ...['-f', 'matroska', '-allow_raw_vfw', '1', '-live', '1', '-cluster_time_limit', '0', 'pipe:1'],
  ];
}

/** Microseconds. */
function leadOf(shape: PictureShape | undefined, fps = USUAL_FPS): number {
  const bytesPerSecond = (shape?.pictureBytes ?? 0) * fps;
  return Math.round(Math.min(MAX_LEAD_US, (MAX_LEAD_BYTES / Math.max(1, bytesPerSecond)) * 1e6));
}

function buildSoundFilter({ sampleRate, isMono }: NonNullable<ReaderInput['sound']>): string {
  return [
    `aresample=async=1:first_pts=0:min_hard_comp=${STEP_SECONDS}`,
    // ffmpeg's own way to two channels takes 3 dB away.
    ...(isMono ? ['pan=stereo|c0=c0|c1=c0'] : []),
    `aformat=sample_fmts=flt:sample_rates=${sampleRate}:channel_layouts=stereo`,
    `asetnsamples=n=${Math.round((sampleRate * MEDIA_BLOCK_MS) / 1000)}:p=0`,
  ].join(',');
}

/** In square pixels, whatever the file's are. */
function buildFilter({ pictureWidth, pictureHeight, format }: PictureShape, matrix: InputMatrix): string {
  const size = `w=${pictureWidth}:h=${pictureHeight}`;
  const taken = matrix === 'asTagged' ? '' : `:in_color_matrix=${matrix}`;
  const flags = 'flags=bicubic+accurate_rnd';
  if (format === 'I420')
    return `scale=${size}${taken}:out_color_matrix=bt709:out_range=tv:${flags},format=yuv420p,setsar=1`;
  const toColours = `scale=${size}${taken}:${flags}`;
  if (format === 'RGBA') return `${toColours},format=rgba,setsar=1`;
  // Scaled with the colours of what isn't there, edges would have fringes.
  const same = `scale=w=iw:h=ih${taken}:${flags}`;
  return `${same},format=gbrap,premultiply=inplace=1,scale=${size}:${flags},format=rgba,setsar=1`;
}
