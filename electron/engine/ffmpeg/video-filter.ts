/**
 * The filters between a raw picture and the encoder: fitted into the program's size, BT.709 limited range, and marked as
 * that. Pure. What is already so is not touched.
 */
import { isSoftwareEncoder } from '../../../shared/encoding/codec.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import type { VideoFrameMessage } from '../../../shared/media/media-port.ts';

/** What ffmpeg is fed with. Audio always comes as float PCM in the profile's own rate and channels. */
export interface EncoderInput {
  readonly width: number;
  readonly height: number;
  readonly format: VideoFrameMessage['format'];
  readonly colour: VideoFrameMessage['colour'];
}

export interface VideoFilterOptions {
  /** Of the program, pixels. */
  readonly width: number;
  readonly height: number;
  readonly input: EncoderInput;
  readonly encoder: EncoderName;
  readonly matrixFilter: MatrixFilter;
}

const MATRIX = { 'bt709-limited': 'bt709', 'bt709-full': 'bt709', 'bt601-limited': 'smpte170m' } as const;

/** For `-vf`. */
export function buildVideoFilter(options: VideoFilterOptions): string {
  const { width, height, encoder } = options;
  const isVaapi = encoder.endsWith('_vaapi');
  return [
    ...(isInPlanes(options) ? convertInPlanes(options) : scaleWithColour(options)),
    ...(isRightSize(options) ? [] : [`pad=w=${width}:h=${height}:x=(ow-iw)/2:y=(oh-ih)/2:color=black`]),
    `format=${encoder === 'libx264' ? 'yuv420p|nv12' : pixelFormatOf(encoder)}`,
    'setsar=1',
    'setparams=range=limited:color_primaries=bt709:color_trc=bt709:colorspace=bt709',
    ...(isVaapi ? ['hwupload'] : []),
  ].join(',');
}

/** Planes as the encoder takes them. */
export function pixelFormatOf(encoder: EncoderName): 'yuv420p' | 'nv12' {
  return isSoftwareEncoder(encoder) ? 'yuv420p' : 'nv12';
}

function isRightSize({ width, height, input }: VideoFilterOptions): boolean {
  return input.width === width && input.height === height;
}

function isInPlanes({ input, matrixFilter }: VideoFilterOptions): boolean {
  return input.colour === 'bt709-limited' || (input.colour !== 'rgb-full' && matrixFilter === 'colorspace');
}

function fit({ width, height }: VideoFilterOptions): string {
  return `w=${width}:h=${height}:force_original_aspect_ratio=decrease:force_divisible_by=2`;
}

/** Size and colours each by the filter that does it best; neither where it is right already. */
function convertInPlanes(options: VideoFilterOptions): string[] {
  const { colour } = options.input;
  const scale = isRightSize(options) ? [] : [`scale=${fit(options)}:flags=bicubic+accurate_rnd`];
  if (colour === 'bt709-limited' || colour === 'rgb-full') return scale;
  const from = `ispace=${MATRIX[colour]}:irange=${colour === 'bt709-full' ? 'pc' : 'tv'}`;
  // Primaries and transfer are BT.709's before and after: only the matrix and the range are converted.
  const to = 'iprimaries=bt709:itrc=bt709:all=bt709:range=tv:format=yuv420p';
  return [...scale, 'format=yuv420p', `colorspace=${from}:${to}`];
}

/** Size and colours in one step. */
function scaleWithColour(options: VideoFilterOptions): string[] {
  const { colour } = options.input;
  const from =
    colour === 'rgb-full'
      ? []
      : [`in_color_matrix=${MATRIX[colour]}`, `in_range=${colour === 'bt709-full' ? 'pc' : 'tv'}`];
  const isSized = isRightSize(options);
  const flags = isSized ? 'bilinear+accurate_rnd+full_chroma_inp' : 'bicubic+accurate_rnd';
  const settings = [
    ...(isSized ? [] : [fit(options)]),
    ...from,
    ...['out_color_matrix=bt709', 'out_range=tv', `flags=${flags}`],
  ];
  return [`scale=${settings.join(':')}`, `format=${pixelFormatOf(options.encoder)}`];
}
