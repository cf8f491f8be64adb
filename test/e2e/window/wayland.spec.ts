/** The window on Wayland: the compositor has it, and the screen shows what is in it. */
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWaylandDesktop } from '../../support/computer/wayland-desktop.ts';
import type { WaylandDesktop } from '../../support/computer/wayland-desktop.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

/** Of the desktop alone: nothing of Upcast is as blue. */
const EMPTY = 0x0000ff;

let desktop: WaylandDesktop;
let started: LaunchedBuild | undefined;
beforeEach(async () => {
  desktop = await startWaylandDesktop('#0000ff');
});
afterEach(async () => {
  await started?.close();
  started = undefined;
  await desktop.stop();
});

/** How much of the screen nothing covers, 0 to 1, and how many colours it has. */
async function look(): Promise<{ readonly emptyShare: number; readonly colours: number }> {
  const args = ['-v', 'error', '-f', 'image2pipe', '-c:v', 'png', '-i', '-', '-vf', 'format=rgb24'];
  const input = await desktop.takePicture();
  const pixels = execFileSync(ffmpegPath(), [...args, '-f', 'rawvideo', '-'], { input, maxBuffer: 64 << 20 });
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return { emptyShare: (counts.get(EMPTY) ?? 0) / (pixels.length / 3), colours: counts.size };
}

it('appears, fills the place that the compositor gives it, and draws its content', async () => {
  await waitUntil('an empty desktop', async () => (await look()).emptyShare === 1);
  started = await launchApp({ args: [...fakeDevices, '--ozone-platform=wayland'], env: desktop.env });
  await waitUntil('a window', async () => (await desktop.windows()).length === 1);
  const [window] = await desktop.windows();
  expect(window).toMatchObject({ x: 0, y: 0, ...desktop.size });
  expect(window?.title).toMatch(/Upcast/);
  // Text and pictures, where an empty window would be of one colour.
  await waitUntil('its content on the screen', async () => {
    const { emptyShare, colours } = await look();
    return emptyShare === 0 && colours > 100;
  });
});
