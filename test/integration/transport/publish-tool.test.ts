/** The command-line publisher in plain Node: what it sends, what it says, how it exits, and that it keeps the key. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startReceiver, type Receiver } from '../../../electron/transport/receiver.ts';
import { ffmpegPath, makeFlv } from '../../support/ffmpeg.ts';
import { startProcess } from '../../support/processes.ts';
import { buildPublishTool, type PublishTool } from '../../support/publish-tool.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
const flv = join(folder, 'media.flv');
const mp4 = join(folder, 'media.mp4');
const keyFile = join(folder, 'key.txt');
const caFile = join(folder, 'ca.pem');
let tool: PublishTool;
let receiver: Receiver;

beforeAll(async () => {
  tool = await buildPublishTool();
  await makeFlv(flv, { seconds: 2 });
  await run(ffmpegPath(), ['-v', 'error', '-i', flv, '-c', 'copy', mp4]);
  receiver = await startReceiver({ isTls: true });
  writeFileSync(keyFile, `${receiver.key}\n`, { mode: 0o600 });
  writeFileSync(caFile, receiver.caPem ?? '');
});
afterAll(async () => {
  await receiver.close();
  tool.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function publish(...args: readonly string[]): Promise<{ code: number | string; output: string }> {
  const running = startProcess(process.execPath, [tool.script, ...args]);
  onTestFinished(() => running.stop());
  const code = await running.exited;
  return { code, output: running.output() };
}

describe('npm run publish', { timeout: 30_000 }, () => {
  it.each([
    ['FLV', flv],
    ['MP4 through ffmpeg', mp4],
  ])('sends %s over RTMPS with the key from a file', async (_name, input) => {
    const frames = new Promise<number>((resolve) => {
      const listening = receiver.onEvent((event) => {
        if (event.type !== 'publishEnded') return;
        listening.dispose();
        resolve(event.report.video?.frames ?? 0);
      });
    });
    const { code, output } = await publish(
      '--input',
      input,
      '--to',
      receiver.url,
      '--key-file',
      keyFile,
      '--ca',
      caFile,
      '--fast',
    );
    expect(code, output).toBe(0);
    expect(output).toContain('live over TLSv1.3');
    expect(await frames).toBe(60);
    expect(output).not.toContain(receiver.key);
  });

  it('keeps real time without --fast', async () => {
    const startMs = performance.now();
    const { code } = await publish(
      '--input',
      flv,
      '--to',
      receiver.url,
      '--key-file',
      keyFile,
      '--ca',
      caFile,
    );
    expect(code).toBe(0);
    expect(performance.now() - startMs).toBeGreaterThan(1900);
  });

  it('exits with 2 for bad options, files and addresses', async () => {
    expect((await publish()).code).toBe(2);
    const allowed = '--key-in-arguments';
    expect((await publish(allowed, '--input', flv, '--to', 'http://localhost/live/key')).code).toBe(2);
    expect(
      (await publish(allowed, '--input', join(folder, 'none.flv'), '--to', `${receiver.url}/key`)).code,
    ).toBe(2);
    expect((await publish(allowed, '--input', keyFile, '--to', `${receiver.url}/key`)).code).toBe(2);
  });

  it('refuses a key or a password in the arguments, and takes the key from standard input', async () => {
    for (const to of [`${receiver.url}/a-secret-key`, receiver.url.replace('://', '://me:a-secret-key@')]) {
      const { code, output } = await publish(
        '--input',
        flv,
        '--to',
        to,
        ...(to.includes('@') ? ['--key-file', keyFile] : []),
      );
      expect(code).toBe(2);
      expect(output).toContain('--key-in-arguments');
      expect(output).not.toContain('a-secret-key');
    }
    const args = ['--input', flv, '--to', receiver.url, '--key-stdin', '--ca', caFile, '--fast'];
    const running = startProcess(process.execPath, [tool.script, ...args], { stdin: 'pipe' });
    running.child.stdin?.end(`${receiver.key}\n`);
    onTestFinished(() => running.stop());
    expect(await running.exited, running.output()).toBe(0);
  });

  it('exits with 3 when it never went live, and says why', async () => {
    const { code, output } = await publish(
      '--input',
      flv,
      '--to',
      `${receiver.url}/wrong-secret-key`,
      '--key-in-arguments',
      '--ca',
      caFile,
    );
    expect(code).toBe(3);
    expect(output).toContain('rtmp/key-refused');
    expect(output).not.toContain('wrong-secret-key');
    expect((await publish('--input', flv, '--to', receiver.url, '--key-file', keyFile)).output).toContain(
      'certificate-unknown-authority',
    );
  });
});
