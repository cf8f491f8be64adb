/** Records a source of a PulseAudio and notes when sound begins there, on this process's clock. */
import { spawn } from 'node:child_process';

const RATE = 48_000;
/** Milliseconds, asked of the server: what is recorded comes in parts of this length. */
const PART_MS = 5;
const THRESHOLD = 0.1;
/** Sound begins where there was none for so long. */
const SILENCE_SAMPLES = RATE / 10;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

export interface SoundWatch {
  /** Milliseconds of `performance.now()`. */
  readonly onsetsMs: readonly number[];
  stop(): void;
}

export function watchSound(source: string, env: Readonly<Record<string, string>>): SoundWatch {
  const shape = [
    '--raw',
    '--format=float32le',
    `--rate=${RATE}`,
    '--channels=1',
    `--latency-msec=${PART_MS}`,
  ];
  const child = spawn('parec', [...shape, `--device=${source}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const onsetsMs: number[] = [];
  let rest = Buffer.alloc(0);
  let silent = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    const nowMs = performance.now();
    const all = Buffer.concat([rest, bytes]);
    const count = Math.floor(all.length / BYTES);
    for (let at = 0; at < count; at += 1) {
      if (Math.abs(all.readFloatLE(at * BYTES)) < THRESHOLD) {
        silent += 1;
        continue;
      }
      if (silent >= SILENCE_SAMPLES) onsetsMs.push(nowMs - ((count - at) * 1000) / RATE);
      silent = 0;
    }
    rest = all.subarray(count * BYTES);
  });
  return { onsetsMs, stop: () => child.kill('SIGKILL') };
}
