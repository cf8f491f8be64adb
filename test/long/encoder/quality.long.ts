/**
 * Our live picture against plain ffmpeg: the very frames that went out, rendered again and encoded from a pipe with the
 * same x264 settings. `--seconds 30 --width 1280 --height 720 --fps 30`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { measure } from '../../measure/measure.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { atLeast, atMost, exactly } from '../support/findings.ts';
import { numberOption, profileOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

/** Pictures compared: each of them. */
const COMPARED_PER_SECOND = 1000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 30);
  const profile = profileOption(argv);
  const rig = await EngineRig.create(profile);
  try {
    await rig.goLive();
    await delay(seconds * 1000);
    await rig.stop();
    rig.player.stop();
    const options = { ffmpegPath: rig.ffmpegPath, comparedPerSecond: COMPARED_PER_SECOND };
    const ours = await measure(rig.recordingPath, { ...options, promise: { fps: profile.fps } });
    const plainPath = join(rig.folder, 'plain.flv');
    const { first, last } = ours.frames;
    await encodePlainly(rig, profile, { first, last, path: plainPath });
    const plain = await measure(plainPath, { ...options, promise: { fps: profile.fps } });
    const ssim = ours.similarity?.ssimMean ?? 0;
    const plainSsim = plain.similarity?.ssimMean ?? 1;
    const off = ours.pace.perSecondKbps.map((kbps) => Math.abs(kbps / profile.videoKbps - 1) * 100);
    yield exactly('frames lost', ours.frames.lost);
    yield atLeast(
      `SSIM ${ssim.toFixed(5)} as a share of plain ffmpeg's ${plainSsim.toFixed(5)}`,
      ssim / plainSsim,
      0.995,
    );
    yield atMost('code values that the bars are off', ours.colour?.worstError ?? Infinity, 2);
    yield atMost('percent that a second is off the bitrate', Math.max(...off), 10);
    const averageOff = Math.abs(ours.pace.averageKbps / profile.videoKbps - 1) * 100;
    yield atMost('percent that the whole is off the bitrate', averageOff, 3);
  } finally {
    rig.end();
  }
}

/** Written out here and not taken from the product: it is what the product is held against. */
async function encodePlainly(
  rig: EngineRig,
  { width, height, fps, videoKbps, keyframeSeconds, preset }: EncodingProfile,
  { first, last, path }: { readonly first: number; readonly last: number; readonly path: string },
): Promise<void> {
  const rate = `${videoKbps}k`;
  const interval = String(fps * keyframeSeconds);
  const child = spawn(
    rig.ffmpegPath,
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`],
      ...['-r', String(fps), '-i', 'pipe:0', '-c:v', 'libx264', '-preset', preset, '-tune', 'zerolatency'],
      ...['-profile:v', 'high', '-bf', '0', '-b:v', rate, '-maxrate', rate, '-bufsize', rate],
      ...['-g', interval, '-keyint_min', interval, '-sc_threshold', '0'],
      ...['-x264-params', 'nal-hrd=cbr:force-cfr=1', '-f', 'flv', path],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const closed = once(child, 'close');
  const picture = new PatternPicture(width, height, fps);
  for (let number = first; number <= last; number += 1) {
    const frame = picture.render(number, rig.player.dueUs(number)).slice();
    if (!child.stdin.write(frame)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await closed;
}
