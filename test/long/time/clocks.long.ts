/**
 * Half an hour, in simulated time, of a microphone whose clock runs 100 ppm fast, and of one that stops for five seconds
 * every minute: sound stays with the picture. `--minutes 30`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateFfmpeg } from '../../../electron/engine/ffmpeg/locate-ffmpeg.ts';
import { broadcastOddly } from '../../support/engine/odd-microphone.ts';
import type { OddMicrophone } from '../../support/engine/odd-microphone.ts';
import { atLeast, atMost, exactly } from '../support/findings.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const STOPS = { everySeconds: 60, stopSeconds: 5 } as const;
const LIMIT_MS = 25;

const microphones: Readonly<Record<string, OddMicrophone>> = {
  '100 ppm fast': { fastPpm: 100, sampleRate: 48_000 },
  'stops 5 s a minute': { fastPpm: 0, sampleRate: 48_000, stops: STOPS },
  'both, at 44.1 kHz': { fastPpm: 100, sampleRate: 44_100, stops: STOPS },
};

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'minutes', 30) * 60;
  const ffmpegPath = (await locateFfmpeg({ searchPath: process.env['PATH'] })).path;
  const folder = await mkdtemp(join(tmpdir(), 'upcast-prove-clocks-'));
  try {
    for (const [name, microphone] of Object.entries(microphones)) {
      const file = join(folder, 'out.flv');
      const { frames, offset } = await broadcastOddly({ seconds, microphone, ffmpegPath, file });
      const silentFlashes = microphone.stops === undefined ? 0 : Math.ceil(seconds / 60) * 6;
      yield exactly(`${name}: frames lost or doubled`, frames.lost + frames.doubled);
      yield atLeast(`${name}: flashes with their beep`, offset?.count ?? 0, seconds - silentFlashes - 2);
      yield atMost(
        `${name}: ms of sound against picture, worst`,
        Math.abs(offset?.worstMs ?? Infinity),
        LIMIT_MS,
      );
      const last = Math.abs(offset?.perSecondMs.at(-1) ?? Infinity);
      yield atMost(`${name}: ms of sound against picture, at the end`, last, LIMIT_MS);
      yield atMost(`${name}: ms of drift a minute`, Math.abs(offset?.driftMsPerMinute ?? Infinity), 1);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
