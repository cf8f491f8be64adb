/**
 * Enhanced RTMP's negotiation as a publisher of one video codec sees it: what is offered, and what an answer means for it.
 * Pure. (E-RTMP v2, "Enhancing NetConnection connect Command".)
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { RtmpCapabilities } from '../session/publish/publish-session-types.ts';

const CAN_ENCODE = 2;
const ANY = '*';
const names: ReadonlyMap<string, string> = new Map<string, string>([
  ['hvc1', 'HEVC'],
  ['av01', 'AV1'],
  ['vp09', 'VP9'],
  ['vp08', 'VP8'],
]);

/** A codec in words, as users know it. */
export function codecInWords(videoFourCc: string): string {
  return names.get(videoFourCc) ?? videoFourCc;
}

/** What `connect` says of a publisher that sends this codec. */
export function capabilitiesFor(videoFourCc: string): RtmpCapabilities {
  return {
    fourCcList: [videoFourCc],
    videoFourCcInfoMap: { [videoFourCc]: CAN_ENCODE },
    audioFourCcInfoMap: {},
    capsEx: 0,
  };
}

/**
 * What a server's answer says of a codec. `silent`: it names no codec at all, which proves nothing, as many servers and
 * services pass it on without a word.
 */
export function readCodecAnswer(
  answer: RtmpCapabilities | undefined,
  videoFourCc: string,
): 'taken' | 'refused' | 'silent' {
  const named = [...(answer?.fourCcList ?? []), ...Object.keys(answer?.videoFourCcInfoMap ?? {})];
  if (named.length === 0) return 'silent';
  return named.includes(videoFourCc) || named.includes(ANY) ? 'taken' : 'refused';
}

/** @returns the error of an answer that refuses the codec. */
export function codecRefusal(videoFourCc: string, host: string): AppError {
  const codec = codecInWords(videoFourCc);
  return new AppError('rtmp/codec-refused', { message: `${host} does not take ${codec}`, host, codec });
}
