/** What was found of the encoders holds for one set of graphics cards and drivers. */
import { expect, test } from 'vitest';
import { readGraphics } from '../../../../electron/main/media-tools/graphics.ts';

const card = { vendorId: 4318, deviceId: 9348, driverVersion: '31.0.15.5222', active: true };
const own = { vendorId: 32902, deviceId: 39497, driverVersion: '30.0.101', active: false };
const read = (...gpuDevice: unknown[]): Promise<string> =>
  readGraphics('win32', () => Promise.resolve({ gpuDevice, auxAttributes: {} }));

test('another driver, or a card that is plugged in, is another set', async () => {
  const before = await read(card, own);
  expect(before).toContain('31.0.15.5222');
  expect(await read({ ...card, driverVersion: '32.0' }, own)).not.toBe(before);
  expect(await read(own)).not.toBe(before);
});

test('which card draws the window, and in which order they come, changes nothing', async () => {
  expect(await read({ ...own, active: true }, { ...card, active: false })).toBe(await read(card, own));
});

test('a computer that tells nothing has one set', async () => {
  expect(await readGraphics('win32', () => Promise.reject(new Error('no GPU process')))).toBe('');
  expect(await readGraphics('darwin', () => Promise.resolve({ gpuDevice: 'none' }))).toBe('');
});
