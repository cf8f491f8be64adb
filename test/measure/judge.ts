/** The ruler's arithmetic: counting frames, placing beeps beside flashes, pace of packets. Pure. */
import type { PacketLine } from './decode.ts';
import type { FrameCount, OffsetReport, PaceReport } from './report.ts';

const LISTED_NUMBERS = 20;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** @param numbers of the frames in order of presentation; `undefined` where the barcode could not be read. */
export function countFrames(numbers: readonly (number | undefined)[]): FrameCount {
  const seen = new Set<number>();
  let doubled = 0;
  let outOfOrder = 0;
  let unreadable = 0;
  let newest = -Infinity;
  for (const number of numbers) {
    if (number === undefined) {
      unreadable += 1;
      continue;
    }
    if (seen.has(number)) doubled += 1;
    else if (number < newest) outOfOrder++;
    seen.add(number);
    newest = Math.max(newest, number);
  }
  let first = Infinity;
  for (const number of seen) first = Math.min(first, number);
  const lostNumbers: number[] = [];
  let missing = 0;
  for (let number = first; number < newest; number += 1) {
    if (seen.has(number)) continue;
    missing += 1;
    if (lostNumbers.length < LISTED_NUMBERS) lostNumbers.push(number);
  }
  return {
    decoded: numbers.length,
    unreadable,
    first: seen.size === 0 ? 0 : first,
    last: seen.size === 0 ? 0 : newest,
    // A frame that came but could not be read is not lost.
    lost: Math.max(0, missing - unreadable),
    doubled,
    outOfOrder,
    lostNumbers,
  };
}

/** Each flash with the beep nearest to it, at most half a second away. Nothing when there is no pair. */
export function compareFlashes(
  flashesSeconds: readonly number[],
  beepsSeconds: readonly number[],
): OffsetReport | undefined {
  const pairs: { readonly atSeconds: number; readonly offsetMs: number }[] = [];
  for (const flash of flashesSeconds) {
    let nearest = Infinity;
    for (const beep of beepsSeconds) {
      if (Math.abs(beep - flash) < Math.abs(nearest)) nearest = beep - flash;
    }
    if (Math.abs(nearest) < 0.5) pairs.push({ atSeconds: flash, offsetMs: nearest * 1000 });
  }
  if (pairs.length === 0) return undefined;
  const perSecondMs = pairs.map((pair) => pair.offsetMs);
  let worstMs = 0;
  for (const offset of perSecondMs) if (Math.abs(offset) > Math.abs(worstMs)) worstMs = offset;
  return {
    count: pairs.length,
    medianMs: median(perSecondMs),
    worstMs,
    driftMsPerMinute: 60 * slope(pairs.map((pair) => [pair.atSeconds, pair.offsetMs])),
    perSecondMs,
  };
}

/** Least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  let products = 0;
  let squares = 0;
  for (const [x, y] of points) {
    products += (x - meanX) * (y - meanY);
    squares += (x - meanX) ** 2;
  }
  return squares === 0 ? 0 : products / squares;
}

/** @param fps frames per second, for the length of the last frame. */
export function judgePace(packets: readonly PacketLine[], fps: number): PaceReport {
  const video = packets.filter((packet) => packet.kind === 'video');
  const start = video[0]?.dtsSeconds ?? 0;
  const durationSeconds = video.length === 0 ? 0 : (video.at(-1)?.dtsSeconds ?? 0) - start + 1 / fps;
  const perSecondBits: number[] = [];
  let bytes = 0;
  let largestGapMs = 0;
  let timestampsBack = 0;
  const keyframes: number[] = [];
  video.forEach((packet, index) => {
    bytes += packet.bytes;
    // Half a frame's tolerance: FLV rounds times to milliseconds.
    const second = Math.floor(packet.dtsSeconds - start + 0.5 / fps);
    perSecondBits[second] = (perSecondBits[second] ?? 0) + packet.bytes * 8;
    if (packet.isKeyframe) keyframes.push(packet.dtsSeconds);
    const previous = video[index - 1];
    if (previous === undefined) return;
    const gapMs = (packet.dtsSeconds - previous.dtsSeconds) * 1000;
    if (gapMs <= 0) timestampsBack += 1;
    largestGapMs = Math.max(largestGapMs, gapMs);
  });
  const steps = keyframes.slice(1).map((time, index) => time - (keyframes[index] ?? 0));
  const wholeSeconds = Math.floor(durationSeconds + 0.5 / fps);
  return {
    durationSeconds,
    keyframeSeconds: {
      minimum: steps.length === 0 ? 0 : Math.min(...steps),
      median: median(steps),
      maximum: steps.length === 0 ? 0 : Math.max(...steps),
    },
    averageKbps: durationSeconds === 0 ? 0 : (bytes * 8) / 1000 / durationSeconds,
    perSecondKbps: Array.from({ length: wholeSeconds }, (_, second) => (perSecondBits[second] ?? 0) / 1000),
    largestGapMs,
    timestampsBack,
  };
}
