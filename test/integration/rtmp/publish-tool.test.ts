/** The command-line publisher in plain Node: what it sends, what it says, how it exits, and that it keeps the key. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import { startProcess } from '../../support/processes/processes.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startProxyServer } from '../../support/servers/proxy-server.ts';
import { buildPublishTool } from '../../support/processes/publish-tool.ts';
import type { PublishTool } from '../../support/processes/publish-tool.ts';

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
  return await publishIn({}, ...args);
}

async function publishIn(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ code: number | string; output: string }> {
  const running = startProcess(process.execPath, [tool.script, ...args], { env });
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
    expect(output).toContain('Live over TLSv1.3');
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

  it.each([
    ['HEVC', 'hevc', 'hvc1'],
    ['AV1', 'av1', 'av01'],
  ] as const)('F9: offers %s of a file to the server, as a live stream does', async (codec, name, fourCc) => {
    const input = fileURLToPath(new URL(`../../fixtures/${name}.flv`, import.meta.url));
    const capabilities = { fourCcList: ['vp09'], videoFourCcInfoMap: {}, audioFourCcInfoMap: {}, capsEx: 0 };
    const other = await startReceiver({ isTls: false, capabilities });
    onTestFinished(() => other.close());
    const refused = await publish(...plainly(other, input));
    expect(refused.code, refused.output).toBe(3);
    expect(refused.output).toContain(`127.0.0.1 doesn’t support ${codec}. [rtmp/codec-refused]`);

    const taking = await startReceiver({
      isTls: false,
      capabilities: { ...capabilities, fourCcList: [fourCc] },
    });
    onTestFinished(() => taking.close());
    const ended = pictures(taking);
    const taken = await publish(...plainly(taking, input));
    expect(taken.code, taken.output).toBe(0);
    expect(taken.output).not.toContain('note:');
    expect(await ended).toMatchObject({ codec, frames: 10 });
  });

  it('F9: says so where a classic server is silent about HEVC', async () => {
    const nginx = await startNginx();
    onTestFinished(() => nginx.stop());
    const input = fileURLToPath(new URL('../../fixtures/hevc.flv', import.meta.url));
    const { code, output } = await publish('--input', input, '--to', nginx.url, '--fast');
    expect(code, output).toBe(0);
    expect(output).toContain('note: The server didn’t confirm that it supports HEVC');
  });

  it('F9: asks nothing of a server for H.264, and waits for no video where there is none', async () => {
    const capabilities = { fourCcList: ['vp09'], videoFourCcInfoMap: {}, audioFourCcInfoMap: {}, capsEx: 0 };
    const other = await startReceiver({ isTls: false, capabilities });
    onTestFinished(() => other.close());
    const sound = join(folder, 'sound.flv');
    await run(ffmpegPath(), ['-v', 'error', '-i', flv, '-vn', '-c', 'copy', sound]);
    for (const [input, frames] of [
      [flv, 60],
      [sound, 0],
    ] as const) {
      const ended = pictures(other);
      const { code, output } = await publish(...plainly(other, input));
      expect(code, output).toBe(0);
      expect((await ended)?.frames ?? 0).toBe(frames);
    }
  });

  it('D8: goes through the proxy of --proxy, else of the environment, past what NO_PROXY names', async () => {
    const HOST = 'live.nowhere.invalid';
    const login = { username: 'bob', password: 'pw of publish 55a1' };
    const server = await startReceiver({ isTls: false });
    const proxy = await startProxyServer({ type: 'socks5', login, names: { [HOST]: server.port } });
    onTestFinished(async () => {
      await proxy.stop();
      await server.close();
    });
    const passwordFile = join(folder, 'proxy-password.txt');
    writeFileSync(passwordFile, `${login.password}\n`, { mode: 0o600 });
    const serverKey = join(folder, 'server-key.txt');
    writeFileSync(serverKey, server.key);
    const to = `rtmp://${HOST}:${server.port}/live`;
    const sent = ['--input', flv, '--to', to, '--key-file', serverKey, '--fast'];
    const via = `socks5://bob@127.0.0.1:${proxy.port}`;
    const asked = [`${HOST}:${server.port}`];

    const chosen = await publish(...sent, '--proxy', via, '--proxy-password-file', passwordFile);
    expect(chosen.code, chosen.output).toBe(0);
    expect(proxy.asked).toEqual(asked);

    const variables = { ALL_PROXY: via.replace('@', `:${encodeURIComponent(login.password)}@`) };
    const named = await publishIn(variables, ...sent);
    expect(named.code, named.output).toBe(0);
    expect(proxy.asked).toEqual([...asked, ...asked]);

    for (const [env, extra] of [
      [{ ...variables, NO_PROXY: HOST }, []],
      [variables, ['--proxy', 'none']],
    ] as const) {
      const direct = await publishIn(env, ...sent, ...extra);
      expect(direct.code).toBe(3);
      expect(direct.output).toContain('transport/host-not-found');
    }
    writeFileSync(passwordFile, 'pw-wrong-771b\n');
    const wrong = await publish(...sent, '--proxy', via, '--proxy-password-file', passwordFile);
    expect(wrong.code).toBe(3);
    expect(wrong.output).toContain('rejected the username or password. [transport/proxy-login]');
    expect(wrong.output).not.toContain('pw-wrong');
  });

  it('D8: refuses a password of the proxy in the arguments', async () => {
    const { code, output } = await publish(
      ...['--input', flv, '--to', receiver.url, '--key-file', keyFile],
      ...['--proxy', 'http://bob:a-secret-pw@127.0.0.1:1'],
    );
    expect(code).toBe(2);
    expect(output).toContain('--proxy-password-file');
    expect(output).not.toContain('a-secret-pw');
  });

  it('P4: publishes to a server without a key, and says where a service needs one', async () => {
    const nginx = await startNginx();
    onTestFinished(() => nginx.stop());
    const sent = await publish('--input', flv, '--to', nginx.url, '--fast');
    expect(sent.code, sent.output).toBe(0);
    const needed = await publish('--input', flv, '--to', 'rtmp://a.rtmp.youtube.com/live2');
    expect(needed.code).toBe(2);
    expect(needed.output).toContain('YouTube needs a stream key');
  });

  it('refuses a token in the server’s address', async () => {
    const to = `${receiver.url}?token=a-secret-token`;
    const { code, output } = await publish('--input', flv, '--to', to, '--key-file', keyFile);
    expect(code).toBe(2);
    expect(output).toContain('--key-in-arguments');
    expect(output).not.toContain('a-secret-token');
  });
});

function plainly(to: Receiver, input: string): string[] {
  return ['--input', input, '--to', `${to.url}/${to.key}`, '--key-in-arguments', '--fast'];
}

/** What the report at the end of the next stream says of its video. */
async function pictures(at: Receiver): Promise<RehearsalReport['video']> {
  return await new Promise((resolve) => {
    const listening = at.onEvent((event) => {
      if (event.type !== 'publishEnded') return;
      listening.dispose();
      resolve(event.report.video);
    });
  });
}
