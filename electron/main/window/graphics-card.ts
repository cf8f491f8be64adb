/**
 * Whether the computer has a graphics card. Where Linux has none, Chromium starts its graphics process for a card, sees it fail and starts
 * another one, and the window's page waits for both.
 */
import { existsSync } from 'node:fs';

/** Devices of cards: of the kernel's own drivers, of NVIDIA's, of Windows's subsystem, and of phones' and small boards' chips. */
const LINUX_DEVICES: readonly string[] = [
  ...['/dev/dri', '/dev/nvidiactl', '/dev/dxg'],
  ...['/dev/kgsl-3d0', '/dev/mali0', '/dev/pvr_sync'],
];

/** True wherever that is not known. */
export function hasGraphicsCard(
  platform: NodeJS.Platform,
  exists: (path: string) => boolean = existsSync,
): boolean {
  return platform !== 'linux' || LINUX_DEVICES.some((path) => exists(path));
}
