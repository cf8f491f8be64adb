/** What of a file FLV can hold as it is, what is encoded for it, and what it cannot hold. Pure: reads ffmpeg's own listing. */

export interface FlvPlan {
  /** Arguments for the audio. */
  readonly audio: readonly string[];
  /** For the user, where the file is not sent as it is. */
  readonly notice: string | undefined;
  /** Why it cannot be sent at all. */
  readonly refusal: string | undefined;
}

const COPIED_AUDIO = new Set(['aac', 'mp3']);
const COPIED_VIDEO = new Set(['h264', 'flv1', 'vp6', 'vp6f', 'vp6a']);
/** By Enhanced RTMP, which ffmpeg writes from 6.1 on. */
const ENHANCED_VIDEO = new Set(['hevc', 'av1', 'vp9']);
const ENCODED_AUDIO = ['-c:a', 'aac', '-b:a', '160k', '-ac', '2'];
/** AAC in FLV and the services know no more. */
const HIGHEST_RATE = 48_000;

export function planFlv(listing: string): FlvPlan {
  // The output's streams are not listed: there is no output.
  const streams = listing.split('\n').filter((line) => /^\s*Stream #0:\d+/.test(line));
  const video = streams.find((line) => line.includes(': Video: ') && !line.includes('(attached pic)'));
  const audio = streams.find((line) => line.includes(': Audio: '));
  const refusal = refuseVideo(codecOf(video), listing);
  const audioCodec = codecOf(audio);
  if (audioCodec === undefined || COPIED_AUDIO.has(audioCodec)) {
    return { audio: ['-c:a', 'copy'], notice: undefined, refusal };
  }
  const rate = Number(/(\d+) Hz/.exec(audio ?? '')?.[1] ?? HIGHEST_RATE);
  return {
    audio: [...ENCODED_AUDIO, ...(rate > HIGHEST_RATE ? ['-ar', String(HIGHEST_RATE)] : [])],
    notice: `Its audio is ${audioCodec}, which RTMP can't carry: encoded to AAC.`,
    refusal,
  };
}

function codecOf(line: string | undefined): string | undefined {
  return line === undefined ? undefined : /: (?:Video|Audio): (\w+)/.exec(line)?.[1];
}

function refuseVideo(codec: string | undefined, listing: string): string | undefined {
  if (codec === undefined || COPIED_VIDEO.has(codec)) return undefined;
  if (!ENHANCED_VIDEO.has(codec))
    return `its video is ${codec}, which RTMP can't carry: convert the file to H.264 first`;
  const release = /^ffmpeg version n?(\d+)\.(\d+)/m.exec(listing);
  const isTooOld = release !== null && Number(release[1]) * 100 + Number(release[2]) < 601;
  return isTooOld
    ? `its video is ${codec}, which needs ffmpeg 6.1 or later; this is ${release[1]}.${release[2]}`
    : undefined;
}
