/** A raw frame of the program as the browser's own kind, for what shows or draws it. */
import type { FrameShape } from '../../../shared/media/media-port.ts';
import type { RawFrame } from '../sources/frame-source.ts';

const colourSpaces: Readonly<Record<FrameShape['colour'], VideoColorSpaceInit>> = {
  'bt601-limited': { primaries: 'smpte170m', transfer: 'smpte170m', matrix: 'smpte170m', fullRange: false },
  'bt709-limited': { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  'bt709-full': { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: true },
  'rgb-full': { primaries: 'bt709', transfer: 'iec61966-2-1', matrix: 'rgb', fullRange: true },
};

/** With a copy of the bytes. Whoever gets it closes it. */
export function toVideoFrame({ timestampUs, width, height, format, colour, data }: RawFrame): VideoFrame {
  const size = { codedWidth: width, codedHeight: height, timestamp: timestampUs };
  return new VideoFrame(data, { format, ...size, colorSpace: colourSpaces[colour] });
}
