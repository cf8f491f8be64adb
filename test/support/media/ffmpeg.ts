/** ffmpeg in the tests: which binary, real media made by it, and ffmpeg as a listener. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePorts, startProcess, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';

const run = promisify(execFile);

/** The one the project was told to use, else the one on the search path. */
export function ffmpegPath(): string {
  return process.env['UPCAST_FFMPEG'] ?? 'ffmpeg';
}

export interface MediaOptions {
  readonly seconds: number;
  readonly size?: string;
  readonly fps?: number;
  readonly videoKbps?: number;
  readonly hasBFrames?: boolean;
  readonly hasAudio?: boolean;
}

/** Writes an FLV with H.264 and AAC: moving test picture, tone, a keyframe a second. */
export async function makeFlv(path: string, options: MediaOptions): Promise<void> {
  const {
    seconds,
    size = '640x360',
    fps = 30,
    videoKbps = 800,
    hasBFrames = false,
    hasAudio = true,
  } = options;
  const audioIn = hasAudio
    ? ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${seconds}`]
    : [];
  const audioOut = hasAudio ? ['-c:a', 'aac', '-b:a', '128k', '-ac', '2'] : [];
  await run(ffmpegPath(), [
    ...[
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`,
      ...audioIn,
    ],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-g',
      String(fps),
      '-keyint_min',
      String(fps),
    ],
    ...[
      '-sc_threshold',
      '0',
      '-bf',
      hasBFrames ? '2' : '0',
      '-b:v',
      `${videoKbps}k`,
      ...audioOut,
      '-f',
      'flv',
      path,
    ],
  ]);
}

/** What a decoder says that ends at its first error; nothing when the file is whole. */
export async function strictDecodeErrors(path: string): Promise<string> {
  const decode = run(ffmpegPath(), ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-']);
  return await decode.then(
    ({ stderr }) => stderr,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

export interface FfmpegListener {
  readonly port: number;
  readonly url: string;
  /** What it received, once `finished` has resolved. */
  readonly recording: string;
  /** Exit code after its one publisher left. */
  readonly finished: Promise<number | string>;
  readonly process: RunningProcess;
  stop(): Promise<void>;
}

/** `ffmpeg -listen 1`: takes one publisher with any application and key, then exits. */
export async function startFfmpegListener(): Promise<FfmpegListener> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-listen-'));
  const [port = 0] = await findFreePorts(1);
  const recording = join(folder, 'received.flv');
  const url = `rtmp://127.0.0.1:${port}/live`;
  const running = startProcess(ffmpegPath(), [
    ...[
      '-v',
      'verbose',
      '-y',
      '-listen',
      '1',
      '-i',
      `${url}/any`,
      '-c',
      'copy',
      '-copyts',
      '-f',
      'flv',
      recording,
    ],
  ]);
  // It serves one connection only, so a trial connection would use it up: look at the kernel's table instead.
  const { readFile } = await import('node:fs/promises');
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  await waitUntil('ffmpeg to listen', async () => {
    const table = await readFile('/proc/net/tcp', 'utf8');
    return table.split('\n').some((line) => line.includes(local) && / 0A /.test(line));
  });
  return {
    port,
    url,
    recording,
    finished: running.exited,
    process: running,
    async stop() {
      await running.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
