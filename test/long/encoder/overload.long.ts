/**
 * A picture that is too much for this machine: the encoder's lag is seen within two seconds, frames are skipped evenly, the sound
 * is untouched, and the step down that is advised holds. `--seconds 10 --width 1280 --height 720 --fps 60`; on a machine that
 * encodes that with ease, ask for more.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readPackets, readPictures } from '../../measure/decode.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { decideStepDown } from '../../../shared/encoding/step-down.ts';
import { readBarcode } from '../../../shared/pattern/barcode.ts';
import { planPattern } from '../../../shared/pattern/geometry.ts';
import { readArrived } from '../../support/media/arrived.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { atLeast, atMost, exactly, silent } from '../support/findings.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const SOUND_GAP_MS = 24;
/** What the queue does while it fills for the first time is no skipping yet. */
const SETTLED_SECONDS = 3;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 10);
  const tooMuch: EncodingProfile = {
    ...defaultEncodingProfile,
    width: numberOption(argv, 'width', 1280),
    height: numberOption(argv, 'height', 720),
    fps: numberOption(argv, 'fps', 60),
    videoKbps: 6000,
    preset: 'medium',
  };
  const advised = yield* overload(tooMuch, seconds);
  if (advised !== undefined) yield* hold(advised, seconds);
}

/** Gives what was advised. */
async function* overload(
  profile: EncodingProfile,
  seconds: number,
): AsyncGenerator<Finding, EncodingProfile | undefined> {
  const rig = await EngineRig.create(profile);
  try {
    await rig.goLive();
    await delay(seconds * 1000);
    const { lag } = rig.snapshot?.encoders[0] ?? {};
    const startedMs = rig.events.find(({ kind }) => kind === 'encoderStarted')?.timeMs ?? 0;
    const seenMs = rig.events.find(({ code }) => code === 'encodingOverloaded')?.timeMs ?? Infinity;
    yield atMost('ms until the lag is told of', seenMs - startedMs, 2000);
    const { summary } = await rig.stop();
    yield atLeast('frames counted as skipped', summary.skippedFrames, 1);
    yield exactly('reconnects', summary.destinations[0]?.reconnects ?? -1);
    const arrived = await readArrived(rig.ffmpegPath, rig.recordingPath);
    yield atMost('ms between sound packets', arrived.largestSoundGapMs, SOUND_GAP_MS);
    yield exactly('times that do not grow', arrived.report.pace.timestampsBack + arrived.soundTimesBack);
    yield silent('decodes with -xerror', arrived.decodeErrors);
    const jumps = await readJumps(rig);
    const mean = jumps.reduce((sum, jump) => sum + jump, 0) / Math.max(1, jumps.length);
    yield atMost(
      `frames from one shown to the next, ${mean.toFixed(2)} on average`,
      Math.max(0, ...jumps),
      Math.ceil(mean) * 3,
    );
    const step = lag === undefined ? undefined : decideStepDown(profile, lag.capacity, true);
    yield {
      promise: 'a step down is advised',
      seen:
        step === undefined
          ? 'none'
          : `to ${step.width}x${step.height} at ${step.fps}, ${step.preset}, with ${lag?.capacity.toFixed(2) ?? ''} of the frames encoded`,
      holds: step !== undefined,
    };
    return step;
  } finally {
    rig.end();
  }
}

async function* hold(profile: EncodingProfile, seconds: number): AsyncGenerator<Finding> {
  const rig = await EngineRig.create(profile);
  try {
    await rig.goLive();
    await delay(SETTLED_SECONDS * 1000);
    const before = rig.samples.at(-1)?.skippedFrames ?? 0;
    await delay(seconds * 1000);
    const after = rig.samples.at(-1)?.skippedFrames ?? Infinity;
    yield exactly('frames skipped after the step down', after - before);
    await rig.stop();
  } finally {
    rig.end();
  }
}

/** Distances between the numbers of neighbouring pictures that differ, once the queue is full. */
async function readJumps(rig: EngineRig): Promise<number[]> {
  const { facts } = await readPackets(rig.ffmpegPath, rig.recordingPath);
  const plan = planPattern(facts.width, facts.height);
  const jumps: number[] = [];
  let last: number | undefined;
  for await (const { ptsSeconds, data } of readPictures(rig.ffmpegPath, rig.recordingPath, facts)) {
    const number = readBarcode(data, plan)?.frameNumber;
    if (number === undefined || ptsSeconds < SETTLED_SECONDS) continue;
    if (last !== undefined && number !== last) jumps.push(number - last);
    last = number;
  }
  return jumps;
}
