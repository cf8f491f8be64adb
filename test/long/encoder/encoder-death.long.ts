/**
 * The encoder killed again and again while live: at most a second of picture lost each time, the sound without a gap,
 * the connection untouched. With `--hang 1` it is stopped instead, as by a driver that never answers: at most three.
 * `--count 10 --every 6 --width 1280 --height 720 --fps 30 --hang 0`; `--every` in seconds.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readArrived } from '../../support/media/arrived.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { atLeast, atMost, exactly, silent } from '../support/findings.ts';
import { numberOption, profileOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const SOUND_GAP_MS = 24;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const count = numberOption(argv, 'count', 10);
  const everySeconds = numberOption(argv, 'every', 6);
  const isHang = numberOption(argv, 'hang', 0) === 1;
  const allowedMs = isHang ? 3000 : 1000;
  const rig = await EngineRig.create(profileOption(argv));
  const restarts = (): number => rig.events.filter(({ kind }) => kind === 'encoderRestarted').length;
  try {
    await rig.goLive();
    for (let index = 0; index < count; index += 1) {
      await delay(everySeconds * 1000);
      for (const { pid, part } of sampleProcesses(process.pid))
        if (part === 'ffmpeg') process.kill(pid, isHang ? 'SIGSTOP' : 'SIGKILL');
      await rig.until('the next encoder', () => restarts() > index);
    }
    await delay(everySeconds * 1000);
    const { summary } = await rig.stop();
    yield exactly('encoders started anew', restarts(), count);
    yield exactly('reconnects', summary.destinations[0]?.reconnects ?? -1);
    for (const [where, file] of rig.files()) {
      const arrived = await readArrived(rig.ffmpegPath, file);
      const { frames, pace, offset } = arrived.report;
      yield atMost(`${where}: ms without a picture`, pace.largestGapMs, allowedMs);
      const allowedFrames = (count * numberOption(argv, 'fps', 30) * allowedMs) / 1000;
      yield atMost(`${where}: frames lost in all`, frames.lost, allowedFrames);
      yield exactly(`${where}: times that do not grow`, pace.timestampsBack + arrived.soundTimesBack);
      yield atMost(`${where}: ms between sound packets`, arrived.largestSoundGapMs, SOUND_GAP_MS);
      yield atLeast(`${where}: beeps with their flash`, offset?.count ?? 0, count * (everySeconds - 1));
      yield atMost(`${where}: ms of sound against picture`, Math.abs(offset?.worstMs ?? Infinity), 25);
      yield silent(`${where}: decodes with -xerror`, arrived.decodeErrors);
    }
  } finally {
    rig.end();
  }
}
