/**
 * Hand-overs of the bitrate while live, up and down: nothing is lost, at the receiver or in the recording.
 * `--seconds 300 --count 20 --width 1280 --height 720 --fps 30`.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readArrived } from '../../support/media/arrived.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { atMost, exactly, silent } from '../support/findings.ts';
import { numberOption, profileOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { MAIN_ID } from '../../../shared/studio/document.ts';

/** kbit/s, taken in turn. */
const BITRATES = [600, 4000, 1200, 3000, 800, 2500, 600, 3500, 1000, 2000] as const;
/** A sound packet's length and what the rounding to milliseconds adds. */
const SOUND_GAP_MS = 24;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 300);
  const count = numberOption(argv, 'count', 20);
  const profile = profileOption(argv);
  const rig = await EngineRig.create(profile);
  try {
    await rig.goLive();
    const startedMs = performance.now();
    for (let index = 0; index < count; index += 1) {
      await delay(Math.max(0, startedMs + (seconds * 1000 * (index + 0.5)) / count - performance.now()));
      const videoKbps = BITRATES[index % BITRATES.length] ?? profile.videoKbps;
      rig.send({ type: 'changeProfile', encodingId: MAIN_ID, profile: { ...profile, videoKbps } });
      await rig.until('the hand-over', () => rig.snapshot?.encoders[0]?.videoKbps === videoKbps);
    }
    await delay(Math.max(0, startedMs + seconds * 1000 - performance.now()));
    const { summary } = await rig.stop();
    const [destination] = summary.destinations;
    yield exactly('reconnects', destination?.reconnects ?? -1);
    yield exactly('frames skipped or dropped', summary.skippedFrames + (destination?.droppedFrames ?? 1));
    for (const [where, file] of rig.files()) {
      const arrived = await readArrived(rig.ffmpegPath, file);
      const { frames, pace, offset } = arrived.report;
      yield exactly(`${where}: frames lost`, frames.lost);
      yield exactly(`${where}: frames doubled or unreadable`, frames.doubled + frames.unreadable);
      yield exactly(`${where}: times that do not grow`, pace.timestampsBack + arrived.soundTimesBack);
      yield atMost(`${where}: ms between frames`, pace.largestGapMs, Math.ceil(1000 / profile.fps) + 2);
      yield atMost(`${where}: ms between sound packets`, arrived.largestSoundGapMs, SOUND_GAP_MS);
      yield atMost(`${where}: ms of sound against picture`, Math.abs(offset?.worstMs ?? Infinity), 25);
      yield silent(`${where}: decodes with -xerror`, arrived.decodeErrors);
    }
  } finally {
    rig.end();
  }
}
