/** The graphics cards and drivers of Windows and macOS, as Chromium knows them: another driver, or a card beside the computer, may encode more. */

/** It waits for the GPU process, which may never come. */
const DEADLINE_MS = 5000;

/** Empty on Linux, and where nothing is told in time. */
export async function readGraphics(
  platform: NodeJS.Platform,
  getGpuInfo: () => Promise<unknown>,
): Promise<string> {
  if (platform === 'linux') return '';
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), DEADLINE_MS);
  });
  try {
    return describeGraphics(await Promise.race([getGpuInfo(), deadline]));
  } catch {
    return '';
  } finally {
    clearTimeout(timer);
  }
}

/** One line for each card. Which of them draws the window now changes nothing. */
function describeGraphics(info: unknown): string {
  const { gpuDevice } = Object(info) as Record<string, unknown>;
  if (!Array.isArray(gpuDevice)) return '';
  const lines = gpuDevice.map((device: unknown) => {
    const { vendorId, deviceId, driverVersion } = Object(device) as Record<string, unknown>;
    return [vendorId, deviceId, driverVersion].join(' ');
  });
  return lines.sort().join('\n');
}
