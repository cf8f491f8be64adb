/** The image files that the tests of sources open in browsers. */
import { apngFile, convertImage, exifOf, gifFile, paint, pngFile, withExif } from './image-files.ts';
import type { TestPicture } from './image-files.ts';

/** Every alpha but 0, with colours that a browser which multiplies them would lose. */
export const clearPicture: TestPicture = paint(64, 16, (x, y) => {
  const alpha = Math.max(1, Math.floor((y * 64 + x) / 4));
  return [255 - x * 4, y * 16, (x * 7) % 256, alpha];
});
export const opaquePicture: TestPicture = paint(64, 16, (x, y) => [x * 4, y * 16, (x * y) % 256, 255]);
/** Four corners of different colours: which way up it lies is seen. */
export const corners: TestPicture = paint(16, 8, (x, y) => [
  x < 8 ? 255 : 0,
  y < 4 ? 255 : 0,
  x < 8 ? 0 : 255,
  255,
]);

/** Of a size that halves don't fit. */
const odd: TestPicture = paint(15, 7, (x) => (x < 8 ? [255, 0, 0, 255] : [0, 0, 255, 255]));

const greys = (delaysMs: readonly number[]) =>
  delaysMs.map((delayMs, index) => ({ grey: index * 20, delayMs }));
const grey = (value: number, width = 4, height = 4): TestPicture =>
  paint(width, height, () => [value, value, value, 255]);

export async function makeStillFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const opaque = pngFile(opaquePicture);
  const jpeg = await convertImage(pngFile(corners), 'jpg', ['-q:v', '2', '-pix_fmt', 'yuvj444p']);
  const webp = await convertImage(pngFile(clearPicture), 'webp', ['-c:v', 'libwebp', '-lossless', '1']);
  const apng = apngFile(
    [0, 40, 80].map((value) => ({ picture: grey(value), delayMs: 100 })),
    0,
  );
  const moving = ['-c:v', 'libwebp_anim', '-lossless', '1', '-loop', '0'];
  const files: [string, Uint8Array][] = [
    ['clear.png', pngFile(clearPicture)],
    ['opaque.png', opaque],
    ['opaque.bmp', await convertImage(opaque, 'bmp', ['-c:v', 'bmp', '-pix_fmt', 'bgr24'])],
    ['clear.webp', webp],
    ['lossy.webp', await convertImage(pngFile(corners), 'webp', ['-c:v', 'libwebp', '-q:v', '95'])],
    ['corners.png', pngFile(corners)],
    ['corners.jpg', jpeg],
    ['odd.jpg', await convertImage(pngFile(odd), 'jpg', ['-q:v', '2', '-pix_fmt', 'yuvj420p'])],
    ['linear.png', pngFile(opaquePicture, { gamma: 1 })],
    [
      'corners.avif',
      await convertImage(pngFile(corners), 'avif', [
        ...['-c:v', 'libaom-av1', '-still-picture', '1', '-crf', '5', '-pix_fmt', 'yuv444p'],
      ]),
    ],
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((value): [string, Uint8Array][] => [
      [`turned-${value}.jpg`, withExif(jpeg, value)],
      [`turned-${value}.png`, pngFile(corners, { exif: exifOf(value) })],
    ]),
    ['loop.gif', gifFile(4, 4, greys([50, 100, 200]), 0)],
    ['once.gif', gifFile(4, 4, greys([50, 100, 200]), undefined)],
    ['twice-more.gif', gifFile(4, 4, greys([50, 100, 200]), 2)],
    ['hasty.gif', gifFile(4, 4, greys([0, 10, 20]), 0)],
    ['cut.gif', gifFile(4, 4, greys([50, 50, 50, 50]), 0).subarray(0, -12)],
    [
      'large.gif',
      gifFile(
        2000,
        1200,
        greys(Array<number>(12).fill(50)).flatMap((each) => [each, each, each]),
        0,
      ),
    ],
    ['loop.png', apng],
    [
      'thrice.png',
      apngFile(
        [0, 40].map((value) => ({ picture: grey(value), delayMs: 100 })),
        3,
      ),
    ],
    ['loop.webp', await convertImage(apng, 'webp', ['-r', '10', ...moving])],
    ['empty', new Uint8Array()],
    ['words.png', Buffer.from('not an image')],
    ['cut.png', pngFile(clearPicture).subarray(0, 400)],
    ['cut.jpg', jpeg.subarray(0, jpeg.length - 80)],
    ['cut.webp', webp.subarray(0, webp.length - 60)],
    ['huge.png', pngFile(opaquePicture, { claimed: [60_000, 60_000] })],
    ['wide.png', pngFile(opaquePicture, { claimed: [20_000, 16] })],
    ['lying.png', pngFile(opaquePicture, { claimed: [640, 480] })],
    ['vast.gif', gifFile(8192, 4096, greys([50, 50]), 0)],
  ];
  return new Map(files);
}
