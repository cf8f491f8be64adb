/** Frames of a camera or a screen that come as pixels: converted in one place of the memory, however many they are. */
import { expect, it } from 'vitest';
import { FrameLoader } from '../../../../../renderer/media/layers/frame-loader.ts';
import type { Picture } from '../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

/** Red, as a capture gives it: what a loader uses of a frame. */
function pixelFrame(width: number, height: number): VideoFrame {
  const copyTo = (target: Uint8Array, { layout }: VideoFrameCopyToOptions) => {
    const { offset = 0, stride = 0 } = layout?.[0] ?? {};
    for (let row = 0; row < height; row += 1)
      for (let column = 0; column < width; column += 1)
        target.set([255, 0, 0, 255], offset + row * stride + column * 4);
    return Promise.resolve([]);
  };
  const rect = { x: 0, y: 0, width, height };
  const frame = { format: 'RGBA', visibleRect: rect, displayWidth: width, displayHeight: height, copyTo };
  return frame as unknown as VideoFrame;
}

it('uses the same memory for each frame, more for a larger one, and gives all of it back', async () => {
  const memory = openMemory();
  const loader = new FrameLoader(memory);
  let picture: Picture | undefined = await loader.load(pixelFrame(64, 32), undefined);
  const { allocate } = memory;
  let allocations = 0;
  memory.allocate = (bytes) => {
    allocations += 1;
    return allocate.call(memory, bytes);
  };
  const first = memory.usedBytes;
  for (let count = 0; count < 5; count += 1) picture = await loader.load(pixelFrame(64, 32), picture);
  expect(allocations).toBe(0);
  expect(memory.usedBytes).toBe(first);
  expect(picture?.revision).toBe(6);
  // The luma of red in the canvas's colors.
  expect(Math.abs((memory.bytes[picture?.y.offset ?? 0] ?? 0) - 63)).toBeLessThanOrEqual(1);
  picture = await loader.load(pixelFrame(128, 64), picture);
  expect(allocations).toBeGreaterThan(0);
  loader.free(picture);
  expect(memory.usedBytes).toBe(0);
});

it.each([
  ['of the same size', 64],
  ['of another size', 128],
])("the picture before stays whole where a frame %s can't be read", async (_what, width) => {
  const memory = openMemory();
  const loader = new FrameLoader(memory);
  const before = await loader.load(pixelFrame(64, 32), undefined);
  const broken = Object.assign(pixelFrame(width, 32), {
    copyTo: () => Promise.reject(new Error('the frame is gone')),
  });
  await expect(loader.load(broken, before)).rejects.toThrow('the frame is gone');
  const next = await loader.load(pixelFrame(64, 32), before);
  expect(next.y.offset).toBe(before.y.offset);
  loader.free(next);
  expect(memory.usedBytes).toBe(0);
});
