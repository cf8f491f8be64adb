/** The rates of NTSC for real: a minute of the test pattern at nginx, no frame lost or doubled, sound in step. `--seconds 60 --fps 59.94`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactFrameRate } from '../../../shared/encoding/frame-rate.ts';
import { measure } from '../../measure/measure.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { atLeast, atMost, exactly, silent } from '../support/findings.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const RATES = ['29.97', '59.94'] as const;
/** The tone's beeps are found to within a few samples. */
const LIMIT_MS = 1;
/** What the start of a stream may take of its length. */
const START_SECONDS = 2;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 60);
  const only = textOption(argv, 'fps');
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-rates-'));
  const server = await startNginx();
  try {
    for (const rate of RATES) {
      if (only !== undefined && only !== rate) continue;
      const fps = exactFrameRate(Number(rate));
      const to = ['--to', `${server.url}/at-${rate}`, '--seconds', String(seconds)];
      const args = ['build/live.mjs', '--key-in-arguments', '--source', 'pattern', '--fps', rate, ...to];
      const live = startProcess(process.execPath, args, {
        env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') },
      });
      yield silent(`${rate}: live ends well`, (await live.exited) === 0 ? '' : live.output());
      const file = await server.finishedRecording(`at-${rate}`);
      const { frames, pace, offset } = await measure(file, { ffmpegPath: ffmpegPath(), promise: { fps } });
      yield atLeast(
        `${rate}: frames at the server`,
        frames.decoded,
        Math.floor((seconds - START_SECONDS) * fps),
      );
      yield exactly(`${rate}: frames lost`, frames.lost);
      yield exactly(`${rate}: frames doubled or unreadable`, frames.doubled + frames.unreadable);
      yield exactly(`${rate}: times that do not grow`, pace.timestampsBack);
      const last = Math.abs(offset?.perSecondMs.at(-1) ?? Infinity);
      yield atMost(`${rate}: ms of sound against picture, at the end`, last, LIMIT_MS);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
