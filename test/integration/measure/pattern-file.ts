/** Makes recordings of the test picture with ffmpeg: whole, or damaged in one way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { renderBeeps } from '../../../shared/pattern/sound.ts';

export const FFMPEG = process.env['UPCAST_FFMPEG'] ?? 'ffmpeg';
export const SIZE = { width: 640, height: 360 } as const;
export const FPS = 30;
const SAMPLE_RATE = 48_000;
const ORIGIN_US = 1_790_000_000_000_000;

async function finish(child: ReturnType<typeof spawn>): Promise<void> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${words.slice(-500)}`);
}

/** Runs ffmpeg to its end. */
export async function ffmpeg(args: readonly string[]): Promise<void> {
  await finish(spawn(FFMPEG, ['-v', 'error', '-y', ...args], { stdio: ['ignore', 'ignore', 'pipe'] }));
}

/** Encodes `seconds` of picture and beeps to FLV, as a broadcast would be. */
export async function renderPatternFile(
  path: string,
  seconds: number,
  options: { readonly videoKbps?: number; readonly filter?: string } = {},
): Promise<void> {
  const sound = new Float32Array(seconds * SAMPLE_RATE * 2);
  renderBeeps(sound, 0, SAMPLE_RATE, 2);
  const soundPath = `${path}.f32`;
  await writeFile(soundPath, new Uint8Array(sound.buffer));
  const kbps = options.videoKbps ?? 1500;
  const child = spawn(
    FFMPEG,
    [
      ...['-v', 'error', '-y'],
      ...[
        '-f',
        'rawvideo',
        '-pix_fmt',
        'yuv420p',
        '-s',
        `${SIZE.width}x${SIZE.height}`,
        '-r',
        String(FPS),
        '-i',
        'pipe:0',
      ],
      ...['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-i', soundPath],
      ...(options.filter === undefined ? [] : ['-vf', options.filter]),
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', String(2 * FPS)],
      ...['-keyint_min', String(2 * FPS), '-sc_threshold', '0', '-b:v', `${kbps}k`, '-maxrate', `${kbps}k`],
      ...['-bufsize', `${kbps}k`, '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '128k', '-f', 'flv', path],
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const finished = finish(child);
  const picture = new PatternPicture(SIZE.width, SIZE.height, FPS);
  for (let number = 0; number < seconds * FPS; number += 1) {
    const frame = picture.render(number, ORIGIN_US + Math.round((number * 1_000_000) / FPS));
    if (!child.stdin.write(frame.slice())) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await finished;
}
