/**
 * A disk that fills up under a recording (a small tmpfs in a mount namespace of its own): the stream goes on whole, the user is told, and
 * what was written opens. `--seconds 30`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../../measure/measure.ts';
import { ffmpegPath, strictDecodeErrors } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

/** Room for some ten seconds before the reserve. */
const DISK = '6m';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 30);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-disk-'));
  const server = await startNginx();
  try {
    const rescued = join(folder, 'rescued.mp4');
    const script =
      'mkdir "$1/disk" && mount -t tmpfs -o size="$2" none "$1/disk" && "$3" build/live.mjs --key-in-arguments --source pattern --to "$4" ' +
      '--record "$1/disk/full.mp4" --seconds "$5"; code=$?; cp "$1/disk/full.mp4" "$1/rescued.mp4"; exit $code';
    const args = [folder, DISK, process.execPath, `${server.url}/too-small`, String(seconds)];
    const live = startProcess('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, 'sh', ...args], {
      env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') },
    });
    const exit = await live.exited;
    const sent = await measure(await server.finishedRecording('too-small'), {
      ffmpegPath: ffmpegPath(),
      promise: { fps: 30 },
    });
    yield {
      promise: 'the stream goes on: every frame at the server, exit 0',
      seen: `${sent.frames.decoded} frames of ${seconds * 30}, ${sent.frames.lost} lost; exit ${exit}`,
      holds: exit === 0 && sent.frames.lost === 0 && sent.frames.decoded === seconds * 30,
    };
    const words = live
      .output()
      .split('\n')
      .find((line) => /Recording stopped/.test(line));
    yield { promise: 'the user is told', seen: words ?? live.output(), holds: words !== undefined };
    const kept = await probe(rescued);
    const decodeErrors = await strictDecodeErrors(rescued);
    yield {
      promise: 'the file is whole: it opens and decodes',
      seen: `${kept.videoPackets.length} frames, ${decodeErrors === '' ? 'decodes' : decodeErrors}`,
      holds: kept.videoPackets.length > 60 && decodeErrors === '',
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
