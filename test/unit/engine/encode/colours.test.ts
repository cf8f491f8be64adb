/** The bars in every kind of picture that a source sends, encoded and decoded: within two code values at the far end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';

import { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import { judgeBars, readBars } from '../../../measure/picture-quality.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { PictureBytes } from '../../../../electron/engine/frames/picture-bytes.ts';
import type { VideoFrameMessage } from '../../../../shared/media/media-port.ts';
import { bars, toYCbCr } from '../../../../shared/pattern/colour.ts';
import { barArea, planPattern } from '../../../../shared/pattern/geometry.ts';
import type { MatrixFilter } from '../../../../shared/encoding/matrix-filter.ts';
import { findFfmpeg, smallProfile } from './synthetic.ts';

const profile = { ...smallProfile, width: 640, height: 360, videoKbps: 2500, preset: 'superfast' } as const;
const plan = planPattern(profile.width, profile.height);
const FRAMES = 6;
const ALLOWED = 2;
let ffmpegPath = '';

beforeAll(async () => {
  ffmpegPath = await findFfmpeg();
});

type Rgb = readonly [number, number, number];
type Picture = Pick<VideoFrameMessage, 'format' | 'colour'>;

/** Which bar a pixel lies in; grey beside them. */
function colourAt(x: number, y: number): Rgb {
  for (const [index, { rgb }] of bars.entries()) {
    const area = barArea(plan, index, bars.length);
    if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height) return rgb;
  }
  return [0.5, 0.5, 0.5];
}

function drawBars({ format, colour }: Picture): ArrayBuffer {
  const { width, height } = profile;
  const pixels = width * height;
  const bytes = new Uint8Array(format === 'BGRA' ? pixels * 4 : (pixels * 3) / 2);
  const [matrix, range] = [
    colour === 'bt601-limited' ? 'bt601' : 'bt709',
    colour === 'bt709-full' ? 'full' : 'limited',
  ] as const;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const rgb = colourAt(x, y);
      const at = y * width + x;
      if (format === 'BGRA') {
        const [red, green, blue] = rgb.map((value) => Math.round(value * 255));
        bytes.set([blue ?? 0, green ?? 0, red ?? 0, 255], at * 4);
        continue;
      }
      const { y: luma, cb, cr } = toYCbCr(...rgb, matrix, range);
      bytes[at] = luma;
      if (x % 2 !== 0 || y % 2 !== 0) continue;
      const chroma = (y / 2) * (width / 2) + x / 2;
      bytes[format === 'NV12' ? pixels + chroma * 2 : pixels + chroma] = cb;
      bytes[format === 'NV12' ? pixels + chroma * 2 + 1 : pixels + pixels / 4 + chroma] = cr;
    }
  }
  return bytes.buffer;
}

async function encode(picture: Picture, matrixFilter: MatrixFilter): Promise<readonly MediaPacket[]> {
  const { width, height, fps } = profile;
  const packets: MediaPacket[] = [];
  const program = new ProgramEncoder({
    encodingId: 'main',
    sink: { push: (packet) => packets.push(packet) },
    ffmpegPath,
    log: () => {},
    matrixFilter: () => matrixFilter,
  });
  program.start(profile);
  const drawn = drawBars(picture);
  for (let number = 0; number < FRAMES; number += 1) {
    const timestampUs = 1e9 + (number * 1e6) / fps;
    program.pushVideo({
      timestampUs,
      width,
      height,
      ...picture,
      data: new PictureBytes(new Uint8Array(drawn.slice())),
    });
  }
  await program.stop(20_000);
  return packets;
}

/** The last picture, as I420. */
async function decodeLast(packets: readonly MediaPacket[]): Promise<Uint8Array> {
  const writer = new FlvWriter();
  const decoder = spawn(
    ffmpegPath,
    ['-v', 'error', '-f', 'flv', '-i', 'pipe:0', '-an', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const chunks: Buffer[] = [];
  decoder.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(decoder, 'close');
  decoder.stdin.write(writer.header({ hasAudio: true, hasVideo: true }));
  for (const packet of packets) decoder.stdin.write(writer.tag(packet));
  decoder.stdin.end();
  await ended;
  return Buffer.concat(chunks).subarray(-(profile.width * profile.height * 3) / 2);
}

const planar = (['I420', 'NV12'] as const).flatMap((format) =>
  (['bt709-limited', 'bt601-limited', 'bt709-full'] as const).map((colour) => ({ format, colour })),
);
const everyKind: readonly Picture[] = [...planar, { format: 'BGRA', colour: 'rgb-full' }];
const cases = everyKind.flatMap((picture) =>
  (picture.colour === 'bt601-limited' || picture.colour === 'bt709-full'
    ? (['colorspace', 'scale'] as const)
    : (['colorspace'] as const)
  ).map((filter) => ({ ...picture, filter })),
);

test.each(cases)('$format, $colour, by $filter', async ({ format, colour, filter }) => {
  const picture = await decodeLast(await encode({ format, colour }, filter));
  const verdict = judgeBars(readBars(picture, plan));
  expect(verdict.looksLike).toBe('bt709-limited');
  expect(verdict.worstError).toBeLessThanOrEqual(ALLOWED);
});
