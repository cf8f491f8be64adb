/** Names what is wrong in a report, each in one sentence. The limits are a careful viewer's. Pure. */
import type { Finding, MeasurePromise, MeasureReport } from './report.ts';

/** ITU-R BT.1359 puts the detectable at 45 ms early and 125 ms late; ours is a tighter promise. */
const OFFSET_LIMIT_MS = 25;
const DRIFT_LIMIT_MS_PER_MINUTE = 5;
/** Below it a line through the offsets says little. */
const DRIFT_MIN_COUNT = 10;
const COLOUR_LIMIT = 4;
const KEYFRAME_TOLERANCE_SECONDS = 0.002;
const BITRATE_TOLERANCE = 0.1;

export function decideFindings(
  report: Omit<MeasureReport, 'findings'>,
  promise: MeasurePromise,
  hasSound: boolean,
): readonly Finding[] {
  return [
    ...judgeFrames(report),
    ...judgeSound(report, hasSound),
    ...judgeColour(report),
    ...judgeStream(report, promise),
  ];
}

function judgeFrames({ frames }: Omit<MeasureReport, 'findings'>): Finding[] {
  if (frames.unreadable === frames.decoded) {
    return [{ code: 'no-pattern', text: 'No frame carries the test picture’s barcode.' }];
  }
  const found: Finding[] = [];
  if (frames.lost > 0) {
    const which = frames.lostNumbers.join(', ');
    found.push({ code: 'frames-lost', text: `${frames.lost} frames are missing: ${which}.` });
  }
  if (frames.doubled > 0)
    found.push({ code: 'frames-doubled', text: `${frames.doubled} frames came twice.` });
  if (frames.outOfOrder > 0) {
    found.push({ code: 'frames-out-of-order', text: `${frames.outOfOrder} frames are out of order.` });
  }
  if (frames.unreadable > 0) {
    found.push({ code: 'barcode-unreadable', text: `${frames.unreadable} frames could not be read.` });
  }
  return found;
}

function judgeSound({ offset, frames }: Omit<MeasureReport, 'findings'>, hasSound: boolean): Finding[] {
  if (!hasSound) return [{ code: 'no-sound', text: 'There is no sound.' }];
  if (frames.unreadable === frames.decoded) return [];
  if (offset === undefined) return [{ code: 'no-beeps', text: 'No beep was found beside a flash.' }];
  const found: Finding[] = [];
  const size = Math.abs(offset.medianMs).toFixed(0);
  if (offset.medianMs > OFFSET_LIMIT_MS)
    found.push({ code: 'sound-late', text: `Sound is ${size} ms late.` });
  if (offset.medianMs < -OFFSET_LIMIT_MS)
    found.push({ code: 'sound-early', text: `Sound is ${size} ms early.` });
  if (offset.count >= DRIFT_MIN_COUNT && Math.abs(offset.driftMsPerMinute) > DRIFT_LIMIT_MS_PER_MINUTE) {
    const drift = offset.driftMsPerMinute.toFixed(1);
    found.push({ code: 'sound-drifts', text: `Sound moves against the picture by ${drift} ms a minute.` });
  }
  return found;
}

function judgeColour({ colour }: Omit<MeasureReport, 'findings'>): Finding[] {
  if (colour === undefined || colour.worstError <= COLOUR_LIMIT) return [];
  const by = `the bars are off by up to ${colour.worstError.toFixed(0)} code values`;
  if (colour.looksLike === 'bt601-limited') {
    return [{ code: 'wrong-matrix', text: `Colours were made with the BT.601 matrix, not BT.709: ${by}.` }];
  }
  if (colour.looksLike === 'bt709-full') {
    return [{ code: 'wrong-range', text: `Colours are in full range, not limited: ${by}.` }];
  }
  return [{ code: 'colour-off', text: `Colours are wrong: ${by}.` }];
}

function judgeStream({ pace, fps }: Omit<MeasureReport, 'findings'>, promise: MeasurePromise): Finding[] {
  const found: Finding[] = [];
  if (pace.timestampsBack > 0) {
    found.push({ code: 'timestamps-back', text: `Timestamps do not grow at ${pace.timestampsBack} places.` });
  }
  if (pace.largestGapMs > 1500 / fps + 1) {
    found.push({ code: 'gap', text: `There is a gap of ${pace.largestGapMs.toFixed(0)} ms between frames.` });
  }
  const wanted = promise.keyframeSeconds;
  const { minimum, maximum } = pace.keyframeSeconds;
  const isOff = (seconds: number): boolean =>
    Math.abs(seconds - (wanted ?? seconds)) > KEYFRAME_TOLERANCE_SECONDS;
  if (maximum > 0 && (isOff(minimum) || isOff(maximum))) {
    const range = `${minimum.toFixed(3)} to ${maximum.toFixed(3)}`;
    found.push({ code: 'keyframes-irregular', text: `Keyframes are ${range} s apart, not ${wanted} s.` });
  }
  if (promise.videoKbps !== undefined) {
    const limit = BITRATE_TOLERANCE * promise.videoKbps;
    const off = pace.perSecondKbps.filter((kbps) => Math.abs(kbps - (promise.videoKbps ?? 0)) > limit);
    if (off.length > 0) {
      const text = `${off.length} seconds are more than 10 % off ${promise.videoKbps} kbit/s.`;
      found.push({ code: 'bitrate-off', text });
    }
  }
  return found;
}
