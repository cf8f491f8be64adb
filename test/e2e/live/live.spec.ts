/** `npm run live`: the real app without a window, against real servers, judged by what the servers recorded. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatsLine } from '../../../shared/broadcast/statistics.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { startBlackHole } from '../../support/servers/black-hole.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';

interface LiveResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let authority: TestAuthority;
let server: NginxServer;
let folder: string;

beforeAll(async () => {
  authority = createTestAuthority();
  server = await startNginx({
    tls: authority.issue(),
    allowedKeys: ['camera', 'screen', 'pattern', 'plain', 'stop', 'rec'],
  });
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-live-'));
});
afterAll(async () => {
  await server.stop();
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Sees each line of stdout; may signal the process, and sees its id. */
  readonly onLine?: (line: string, interrupt: () => void, pid: number) => void;
  /** Standard input says nothing until then. Without this it has ended. */
  readonly inputEndsAfterMs?: number;
}

async function live(args: readonly string[], options: RunOptions = {}): Promise<LiveResult> {
  const child = spawn(process.execPath, ['build/live.mjs', '--key-in-arguments', ...args], {
    env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data'), ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  setTimeout(() => child.stdin.end(), options.inputEndsAfterMs ?? 0);
  let stdout = '';
  let stderr = '';
  let open = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    const lines = (open + data.toString()).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) options.onLine?.(line, () => child.kill('SIGINT'), child.pid ?? 0);
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}

function growing(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
}

interface Expected {
  readonly seconds: number;
  readonly minimumFrames: number;
}

async function expectRecording(key: string, { seconds, minimumFrames }: Expected): Promise<void> {
  const found = await probe(await server.finishedRecording(key));
  expect(found.video).toMatchObject({ codec: 'h264', width: 1280, height: 720 });
  expect(found.audio).toMatchObject({ codec: 'aac', sampleRate: 48000 });
  expect(found.videoPackets.length).toBeGreaterThanOrEqual(minimumFrames);
  expect(found.videoPackets.length).toBeLessThanOrEqual(seconds * 30 + 2);
  expect(growing(found.videoPackets.map((packet) => packet.dtsMs))).toBe(true);
  expect(growing(found.audioPackets.map((packet) => packet.dtsMs))).toBe(true);
  const gaps = found.keyframesMs.slice(1).map((time, index) => time - (found.keyframesMs[index] ?? 0));
  expect(gaps.length).toBeGreaterThanOrEqual(Math.floor(seconds / 2) - 1);
  for (const gap of gaps) expect(Math.abs(gap - 2000)).toBeLessThanOrEqual(1);
  const length = (packets: readonly { readonly dtsMs: number }[]): number =>
    (packets.at(-1)?.dtsMs ?? 0) - (packets[0]?.dtsMs ?? 0);
  expect(Math.abs(length(found.videoPackets) - length(found.audioPackets))).toBeLessThanOrEqual(60);
}

describe('a stream arrives whole', () => {
  it('from the camera over RTMPS', async () => {
    const stats = join(folder, 'stats.ndjson');
    const result = await live([
      ...[
        '--source',
        'camera',
        '--fake-devices',
        '--to',
        `${server.tlsUrl}/camera`,
        '--ca',
        authority.caFile,
      ],
      ...['--seconds', '20', '--stats', stats],
    ]);
    expect(result).toMatchObject({ code: 0 });
    await expectRecording('camera', { seconds: 20, minimumFrames: 595 });
    const lines = readFileSync(stats, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as StatsLine);
    expect(lines.filter((line) => line.type === 'sample').length).toBeGreaterThanOrEqual(18);
    expect(lines.some((line) => line.type === 'event' && line.kind === 'destinationLive')).toBe(true);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', outcome: 'ended' });
  });

  it.each(['screen', 'pattern'])('from the %s over RTMPS', async (source) => {
    const result = await live([
      ...[
        '--source',
        source,
        '--fake-devices',
        '--to',
        `${server.tlsUrl}/${source}`,
        '--ca',
        authority.caFile,
      ],
      ...['--seconds', '10'],
    ]);
    expect(result).toMatchObject({ code: 0 });
    await expectRecording(source, { seconds: 10, minimumFrames: 297 });
  });

  it('from the camera over RTMP', async () => {
    const result = await live(['--fake-devices', '--to', `${server.url}/plain`, '--seconds', '10']);
    expect(result).toMatchObject({ code: 0 });
    await expectRecording('plain', { seconds: 10, minimumFrames: 297 });
  });

  it('and is recorded at the same time', async () => {
    const file = join(folder, 'take.mp4');
    const result = await live([
      '--source',
      'pattern',
      '--to',
      `${server.url}/rec`,
      '--record',
      file,
      '--seconds',
      '5',
    ]);
    expect(result).toMatchObject({ code: 0 });
    const found = await probe(file);
    expect(found.video).toMatchObject({ codec: 'h264', width: 1280 });
    expect(found.videoPackets.length).toBeGreaterThanOrEqual(145);
  });

  it('until it is interrupted, and then ends cleanly', async () => {
    const result = await live(['--source', 'pattern', '--to', `${server.url}/stop`], {
      onLine: (line, interrupt) => {
        if (line.includes('live')) interrupt();
      },
    });
    expect(result).toMatchObject({ code: 0 });
    await server.finishedRecording('stop');
  });
});

describe('a rehearsal', () => {
  it('needs nothing else running and prints the report', async () => {
    const result = await live(['--rehearse', '--source', 'pattern', '--seconds', '10']);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout).toContain('Rehearsal report');
    expect(result.stdout).toMatch(/over RTMPS \(TLSv1\.[23]\)/);
    expect(result.stdout).toMatch(/1280x720, 30\.\d+ fps/);
  });
});

it('L19: two at once have a log and a recording each, and leave settings that they cannot read as they are', async () => {
  const userData = join(folder, 'beside');
  mkdirSync(userData);
  const settings = join(userData, 'settings.json');
  writeFileSync(settings, '{"version": 2, "dest');
  const run = (): Promise<LiveResult> =>
    live(['--rehearse', '--source', 'pattern', '--seconds', '3'], {
      environment: { UPCAST_USER_DATA: userData },
    });
  const results = await Promise.all([run(), run()]);
  expect(results).toMatchObject([{ code: 0 }, { code: 0 }]);
  const recordings = results.map(({ stdout }) => /^ *Recording +(.+)$/m.exec(stdout)?.[1] ?? '');
  expect(new Set(recordings).size).toBe(2);
  for (const path of recordings) expect((await probe(path)).videoPackets.length).toBeGreaterThan(60);
  expect(readdirSync(join(userData, 'logs')).filter((name) => /^live-\d+\.jsonl$/.test(name))).toHaveLength(
    2,
  );
  expect(readFileSync(settings, 'utf8')).toBe('{"version": 2, "dest');
  expect(readdirSync(userData).filter((name) => name.includes('.bad-'))).toEqual([]);
});

describe('what cannot go live says why and ends with 3', () => {
  const seconds = ['--source', 'pattern', '--seconds', '5'] as const;

  it.each([
    ['expired', /expired/i],
    ['wrongHost', /other\.example|another|host/i],
    ['unknownAuthority', /authority|trust|issuer/i],
  ] as const)('a certificate that is wrong: %s', async (kind, words) => {
    const other = await startNginx({ tls: authority.issue(kind) });
    try {
      const result = await live([...seconds, '--to', `${other.tlsUrl}/key`, '--ca', authority.caFile]);
      expect(result).toMatchObject({ code: 3 });
      expect(result.stderr).toMatch(words);
    } finally {
      await other.stop();
    }
  });

  it('a port that is closed', async () => {
    const [port] = await findFreePorts(1);
    const result = await live([...seconds, '--to', `rtmp://localhost:${port}/live/key`]);
    expect(result).toMatchObject({ code: 3 });
    expect(result.stderr).toMatch(/accepts connections|refused/i);
  });

  it('a host that is unknown', async () => {
    const result = await live([...seconds, '--to', 'rtmps://no-such-host.invalid/live/key']);
    expect(result).toMatchObject({ code: 3 });
    expect(result.stderr).toMatch(/can’t find no-such-host/i);
  });

  it('a server that accepts and says nothing', async () => {
    const hole = await startBlackHole();
    try {
      const result = await live([...seconds, '--to', `rtmp://127.0.0.1:${hole.port}/live/key`]);
      expect(result).toMatchObject({ code: 3 });
      expect(result.stderr).toMatch(/answer|time|silent|says nothing/i);
    } finally {
      await hole.stop();
    }
  });

  it('a key that the server refuses', async () => {
    const result = await live([...seconds, '--to', `${server.url}/wrong-key`]);
    expect(result).toMatchObject({ code: 3 });
    expect(result.stderr).toMatch(/key|refused|denied|publish/i);
    expect(result.stderr).not.toContain('wrong-key');
  });

  it('a microphone that is missing, once, and the stream goes on', async () => {
    const stats = join(folder, 'no-microphone.ndjson');
    const result = await live([...seconds, '--audio', 'mic', '--rehearse', '--stats', stats]);
    expect(result).toMatchObject({ code: 0 });
    const problems = readFileSync(stats, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as StatsLine)
      .flatMap((line) => (line.type === 'event' && line.code === 'captureProblem' ? line.error?.code : []));
    expect(problems).toHaveLength(new Set(problems).size);
  });

  it('an ffmpeg that is missing', async () => {
    const path = join(folder, 'no-ffmpeg');
    writeFileSync(path, 'not a program', { mode: 0o755 });
    const result = await live([...seconds, '--rehearse'], { environment: { UPCAST_FFMPEG: path } });
    expect(result.code).not.toBe(0);
    expect(result.stderr).toMatch(/FFmpeg/);
  });
});

describe('what is malformed ends with 2 before anything starts', () => {
  it.each([
    ['an address', ['--to', 'nonsense']],
    ['an option', ['--rehearse', '--sauce']],
    ['a number', ['--rehearse', '--fps', 'many']],
    ['a key file that is not there', ['--to', 'rtmp://localhost/live', '--key-file', 'no-such-file']],
  ])('%s', async (_name, args) => {
    const result = await live(args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr.trim().split('\n').at(-1)).toMatch(/\S.{8,}/);
  });

  it.each([0, 100, 200, 400, 800])('no key on standard input, after %i ms', async (ms) => {
    const result = await live(['--to', 'rtmp://localhost/live', '--key-stdin'], { inputEndsAfterMs: ms });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('--key-stdin');
  });
});

it.runIf(process.platform === 'linux')('main holds no graphics driver of the computer', async () => {
  let maps = '';
  const result = await live(['--source', 'pattern', '--seconds', '3', '--rehearse'], {
    onLine: (_line, _interrupt, pid) => {
      const main = sampleProcesses(pid).find(({ part }) => part === 'main');
      maps ||= readFileSync(`/proc/${main?.pid ?? 0}/maps`, 'utf8');
    },
  });
  expect(result).toMatchObject({ code: 0 });
  expect(maps).toContain('electron');
  expect(maps).not.toMatch(/libLLVM|libGLX|_dri\.so|libvulkan_/);
});
