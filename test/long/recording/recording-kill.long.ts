/**
 * The app's whole process group killed with SIGKILL at random moments while it streams and records: each file must open, decode, and hold
 * everything but the last second of what the server had got. `--times 20`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strictDecodeErrors } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const START_DEADLINE_MS = 60_000;
const LONGEST_MS = 8000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-kill-'));
  const server = await startNginx();
  try {
    for (let turn = 1; turn <= numberOption(argv, 'times', 20); turn += 1) {
      yield await killOnce(server, folder, turn);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killOnce(server: NginxServer, folder: string, turn: number): Promise<Finding> {
  const key = `killed${turn}`;
  const file = join(folder, `${key}.mp4`);
  const to = ['--source', 'pattern', '--to', `${server.url}/${key}`, '--record', file];
  const live = spawn(process.execPath, ['build/live.mjs', '--key-in-arguments', ...to], {
    stdio: 'ignore',
    env: { ...process.env, UPCAST_USER_DATA: join(folder, `user-data-${turn}`) },
  });
  const ended = new Promise<void>((resolve) => live.once('exit', () => resolve()));
  try {
    await waitUntil('the recording', () => existsSync(file), START_DEADLINE_MS);
    const afterMs = Math.round(1000 + Math.random() * LONGEST_MS);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
  } finally {
    // The launcher gives the app a group of its own: Electron, the engine and ffmpeg.
    const app = sampleProcesses(live.pid ?? 0).find(({ part }) => part === 'main');
    if (app === undefined) live.kill('SIGKILL');
    else process.kill(-app.pid, 'SIGKILL');
    await ended;
  }
  const sent = await probe(await server.finishedRecording(key));
  const kept = await probe(file);
  const decodeErrors = await strictDecodeErrors(file);
  const lastMs = (packets: readonly { readonly dtsMs: number }[]): number =>
    (packets.at(-1)?.dtsMs ?? 0) - (packets[0]?.dtsMs ?? 0);
  const lostMs = lastMs(sent.videoPackets) - lastMs(kept.videoPackets);
  return {
    promise: `kill ${turn}: the file opens, decodes, and lacks at most the last 1000 ms`,
    seen: `${kept.videoPackets.length} frames of ${sent.videoPackets.length} at the server, ${lostMs} ms short, ${decodeErrors === '' ? 'decodes' : decodeErrors}`,
    holds: kept.videoPackets.length > 0 && lostMs <= 1000 && decodeErrors === '',
  };
}
