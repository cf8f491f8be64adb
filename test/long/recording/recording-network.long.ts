/**
 * The network carries nothing for a minute in the middle of a stream: the recording must hold every frame, and the stream must be
 * back. `--quiet-seconds 60`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { measure } from '../../measure/measure.ts';
import { ffmpegPath, strictDecodeErrors } from '../../support/media/ffmpeg.ts';
import { startProcess, waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startValve } from '../../support/servers/valve.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const START_DEADLINE_MS = 60_000;
const BEFORE_MS = 8000;
const AFTER_MS = 15_000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const quietSeconds = numberOption(argv, 'quiet-seconds', 60);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-network-'));
  const server = await startNginx();
  const valve = await startValve(server.port);
  try {
    const file = join(folder, 'kept.mp4');
    const to = `rtmp://127.0.0.1:${valve.port}/live/quiet`;
    const live = startProcess(
      process.execPath,
      ['build/live.mjs', '--key-in-arguments', '--source', 'pattern', '--to', to, '--record', file],
      { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
    );
    await waitUntil('the recording', () => existsSync(file), START_DEADLINE_MS);
    await delay(BEFORE_MS);
    valve.shut();
    await delay(quietSeconds * 1000);
    valve.open();
    await delay(AFTER_MS);
    const publishers = await server.publishers();
    live.child.kill('SIGINT');
    const exit = await live.exited;
    const { frames } = await measure(file, { ffmpegPath: ffmpegPath(), promise: { fps: 30 } });
    const decodeErrors = await strictDecodeErrors(file);
    yield {
      promise: `nothing carried for ${quietSeconds} s: the recording has 0 frames lost, 0 doubled, and decodes`,
      seen: `${frames.decoded} frames, ${frames.lost} lost, ${frames.doubled} doubled, ${decodeErrors === '' ? 'decodes' : decodeErrors}`,
      holds:
        frames.lost === 0 &&
        frames.doubled === 0 &&
        frames.decoded > quietSeconds * 30 &&
        decodeErrors === '',
    };
    yield {
      promise: `the stream is back within ${AFTER_MS / 1000} s and ends cleanly`,
      seen: `publishers: ${publishers.join(', ') || 'none'}; exit ${exit}`,
      holds: publishers.includes('quiet') && exit === 0,
    };
  } finally {
    await valve.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
