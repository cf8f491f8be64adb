/** What of a file FLV can hold as it is, what is encoded for it, and what it cannot hold. Pure: reads ffmpeg's own listing. */
import type { FileNotice } from '../../shared/media/file-notice.ts';
import type { FileFault } from './ffmpeg-input.ts';

export interface FlvPlan {
  /** Arguments for the audio. */
  readonly audio: readonly string[];
  /** What is not sent as it is, and what viewers may not see as it was meant. */
  readonly notices: readonly FileNotice[];
  /** Why it cannot be sent at all. */
  readonly refusal: FileFault | undefined;
}

const COPIED_AUDIO = new Set(['aac', 'mp3']);
const COPIED_VIDEO = new Set(['h264', 'flv1', 'vp6', 'vp6f', 'vp6a']);
/** By Enhanced RTMP, which ffmpeg writes from 6.1 on. */
const ENHANCED_VIDEO = new Set(['hevc', 'av1', 'vp9']);
const ENCODED_AUDIO = ['-c:a', 'aac', '-b:a', '160k', '-ac', '2'];
/** AAC in FLV and the services know no more. */
const HIGHEST_RATE = 48_000;
/** More than 8 bits, or more colours than 4:2:0. */
const ODD_FORMAT = /\b(?:yuv4(?:20|22|44)p(?:9|1\d)[lb]e|p010[lb]e|yuvj?4(?:22|44)p)\b/;

export function planFlv(listing: string): FlvPlan {
  // The output's streams are not listed: there is no output.
  const streams = listing.split('\n').filter((line) => /^\s*Stream #0:\d+/.test(line));
  const video = streams.find((line) => line.includes(': Video: ') && !line.includes('(attached pic)'));
  const audio = streams.find((line) => line.includes(': Audio: '));
  const refusal = refuseVideo(codecOf(video), listing);
  const audioCodec = codecOf(audio);
  const notices = noticesOfVideo(video, listing);
  if (audioCodec === undefined || COPIED_AUDIO.has(audioCodec)) {
    return { audio: ['-c:a', 'copy'], notices, refusal };
  }
  const rate = Number(/(\d+) Hz/.exec(audio ?? '')?.[1] ?? HIGHEST_RATE);
  return {
    audio: [...ENCODED_AUDIO, ...(rate > HIGHEST_RATE ? ['-ar', String(HIGHEST_RATE)] : [])],
    notices: [...notices, { code: 'audioEncoded', count: 1, codec: audioCodec }],
    refusal,
  };
}

/** The video is sent as it is: what FLV cannot say of it, and what few players decode. */
function noticesOfVideo(video: string | undefined, listing: string): readonly FileNotice[] {
  if (video === undefined) return [];
  // What stands below the stream, up to the next one.
  const own = listing.slice(listing.indexOf(video) + video.length).split(/^\s*Stream #0:\d+/m)[0] ?? '';
  const degrees = Math.abs(Math.round(Number(/rotation of (-?[\d.]+) degrees/.exec(own)?.[1] ?? 0)));
  const format = ODD_FORMAT.exec(video)?.[0];
  return [
    ...(degrees === 0 ? [] : [{ code: 'videoRotated', count: degrees } as const]),
    ...(codecOf(video) === 'h264' && format !== undefined
      ? [{ code: 'videoFormat', count: 1, codec: format } as const]
      : []),
  ];
}

function codecOf(line: string | undefined): string | undefined {
  return line === undefined ? undefined : /: (?:Video|Audio): (\w+)/.exec(line)?.[1];
}

function refuseVideo(codec: string | undefined, listing: string): FileFault | undefined {
  if (codec === undefined || COPIED_VIDEO.has(codec)) return undefined;
  if (!ENHANCED_VIDEO.has(codec)) return { reason: 'fileCodecNotCarried', details: { codec } };
  const release = /^ffmpeg version n?(\d+)\.(\d+)/m.exec(listing);
  const isTooOld = release !== null && Number(release[1]) * 100 + Number(release[2]) < 601;
  return isTooOld
    ? { reason: 'fileCodecNeedsFfmpeg', details: { codec, version: `${release[1]}.${release[2]}` } }
    : undefined;
}
