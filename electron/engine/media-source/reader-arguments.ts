/**
 * The argument list of the ffmpeg that reads a media file once: raw pictures at their own times, as Matroska on stdout. Pure. The
 * filters hold numbers of ours alone.
 */
import { ffmpegInputArguments } from '../../media-file/ffmpeg-input.ts';
import type { FfmpegInput } from '../../media-file/ffmpeg-input.ts';
import type { InputMatrix } from '../ffmpeg/probe-matrix.ts';
import type { PictureShape } from './picture-shape.ts';

export interface ReaderInput {
  readonly source: FfmpegInput;
  readonly shape: PictureShape;
  readonly matrix: InputMatrix;
  /** Where in the file. */
  readonly atUs: number;
  /** In place of ffmpeg's own choice. */
  readonly decoder: string | undefined;
}

/** Each takes memory for pictures of its own; as many as a 4K file needs. */
const DECODER_THREADS = 4;

export function buildReaderArguments({ source, shape, matrix, atUs, decoder }: ReaderInput): string[] {
  return [
    ...['-hide_banner', '-loglevel', 'level+error', '-nostats'],
    ...(source.path === undefined ? [] : ['-nostdin']),
    ...['-threads', String(DECODER_THREADS)],
    ...(decoder === undefined ? [] : ['-c:v', decoder]),
    ...(atUs === 0 ? [] : ['-ss', (atUs / 1e6).toFixed(6)]),
    ...ffmpegInputArguments(source),
    // `V`: the picture on the cover of a song is no video.
    ...['-map', '0:V:0', '-an', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-vf', buildFilter(shape, matrix), '-c:v', 'rawvideo', '-fps_mode', 'passthrough'],
    // Each picture goes out when the next one is there, however small it is.
    ...['-f', 'matroska', '-allow_raw_vfw', '1', '-live', '1', '-cluster_time_limit', '0', 'pipe:1'],
  ];
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
