/** The files that sources of the scene of twenty show, written into a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ffmpegPath } from '../media/ffmpeg.ts';
import { gifFile, paint, pngFile } from '../media/image-files.ts';

export interface SourceFile {
  readonly path: string;
  /** What it holds when it is whole. */
  readonly content: Uint8Array;
}

/** By the id of the source that shows them. */
export type SourceFiles = ReadonlyMap<string, readonly SourceFile[]>;

const plain = (shade: number) => paint(64, 36, (x) => [shade, x * 3, 120, 255]);

/** A dark bar that goes to the right. */
const BAR =
  "color=black:s=320x180:r=30,format=yuv420p,geq=lum='if(lt(mod(X-8*N+320,320),96),40,180)':cb=128:cr=128";

/** A second of a picture of ffmpeg's. */
function clip(folder: string, name: string, picture: string): Uint8Array {
  const path = join(folder, name);
  execFileSync(ffmpegPath(), [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-frames:v', '30'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', path],
  ]);
  return readFileSync(path);
}

/** @param folder that exists. */
export function writeSourceFiles(folder: string): SourceFiles {
  const inside = join(folder, 'files');
  mkdirSync(inside, { recursive: true });
  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['image-png', 'logo.png', pngFile(plain(200))],
    [
      'image-gif',
      'moving.gif',
      gifFile(
        64,
        36,
        [
          { grey: 40, delayMs: 200 },
          { grey: 200, delayMs: 200 },
        ],
        0,
      ),
    ],
    [
      'image-svg',
      'drawing.svg',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="teal"/></svg>',
      ),
    ],
    ['slides', 'slide.png', pngFile(plain(90))],
    ['text-file', 'words.txt', Buffer.from('from a file')],
    ['text-log', 'chat.log', Buffer.from('one\ntwo\nthree\n')],
    ['clip', 'clip.mp4', clip(inside, 'clip.mp4', BAR)],
    ['playlist', 'first.mp4', clip(inside, 'first.mp4', 'color=orange:s=320x180:r=30')],
    ['playlist', 'second.mp4', clip(inside, 'second.mp4', 'color=purple:s=320x180:r=30')],
  ];
  const bySource = new Map<string, SourceFile[]>();
  for (const [id, name, content] of files) {
    const path = join(inside, name);
    writeFileSync(path, content);
    bySource.set(id, [...(bySource.get(id) ?? []), { path, content }]);
  }
  return bySource;
}
