/** A stream key is in no file, log line, output, argument list or environment, at any moment of a stream. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descendantsOf } from '../support/process-tree.ts';
import { startProcess } from '../support/processes.ts';
import { startNginx, type NginxServer } from '../support/servers/nginx.ts';
import { probe } from '../support/ffprobe.ts';

const KEY = 'sk-3f9a-very-secret-key-77c1';
const LOOK_EVERY_MS = 100;

let server: NginxServer;
let folder: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-secrets-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the system shows of a process to others: arguments and environment. Empty once it is gone. */
function visibleOf(pid: number): string {
  return ['cmdline', 'environ']
    .map((name) => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a stream key given by --key-file', () => {
  it('reaches the server and nothing else', async () => {
    const userData = join(folder, 'user-data');
    const keyFile = join(folder, 'key.txt');
    writeFileSync(keyFile, `${KEY}\n`, { mode: 0o600 });
    const live = startProcess(
      process.execPath,
      [
        ...['build/live.mjs', '--source', 'pattern', '--to', server.url, '--key-file', keyFile],
        ...['--seconds', '5', '--stats', join(folder, 'stats.ndjson')],
      ],
      { env: { ...process.env, UPCAST_USER_DATA: userData } },
    );
    const seen: string[] = [];
    let looks = 0;
    let hasSeenFfmpeg = false;
    const timer = setInterval(() => {
      const pid = live.child.pid;
      if (pid === undefined) return;
      looks += 1;
      for (const descendant of descendantsOf(pid)) {
        const text = visibleOf(descendant);
        if (/ffmpeg\0/.test(text)) hasSeenFfmpeg = true;
        if (text.includes(KEY)) seen.push(text.replaceAll('\0', ' ').slice(0, 200));
      }
    }, LOOK_EVERY_MS);
    const exit = await live.exited;
    clearInterval(timer);

    expect(exit, live.output()).toBe(0);
    expect(looks).toBeGreaterThan(20);
    expect(hasSeenFfmpeg).toBe(true);
    expect(seen).toEqual([]);
    expect(live.output()).not.toContain(KEY);
    const files = [...filesBelow(userData), join(folder, 'stats.ndjson')];
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => readFileSync(file, 'latin1').includes(KEY))).toEqual([]);
    const recording = await probe(await server.finishedRecording(KEY));
    expect(recording.videoPackets.length).toBeGreaterThan(140);
  }, 60_000);
});
