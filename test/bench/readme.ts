/**
 * The README's pictures, made by the product: two destinations on air, one of them lost and back again; then those of the guide.
 * `npm run bench -- readme` writes them into docs/images; `-- readme guide` those of the guide alone.
 */
import { join, resolve } from 'node:path';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { fakeDevices, launchApp } from '../support/window/electron-app.ts';
import { startFaultProxy } from '../support/servers/fault-proxy.ts';
import { takeGuidePictures } from '../support/looks/guide-pictures.ts';
import { takePictures } from '../support/looks/pictures.ts';
import { startNginx } from '../support/servers/nginx.ts';
import { addDestination, endBroadcast, waitForBadge, waitOnAir } from '../support/window/window-driver.ts';

const size = { width: 1280, height: 800 } as const;
const names = ['Sunday service', 'Company ingest'] as const;
/** On air for so long when the second connection is reset, and when the pictures are taken. */
const RESET_AFTER_S = 40;
const TAKEN_AFTER_S = 65;

export async function run(argv: readonly string[]): Promise<{ folder: string; pictures: readonly string[] }> {
  const folder = resolve('docs/images');
  const window = argv[0] === 'guide' ? [] : await takeWindow(folder);
  const guide = await takeGuidePictures(join(folder, 'guide'));
  return { folder, pictures: [...window, ...guide.map((name) => `guide/${name}`)] };
}

async function takeWindow(folder: string): Promise<readonly string[]> {
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const proxies = await Promise.all(names.map(async () => await startFaultProxy(server.tlsPort)));
  const launched = await launchApp({ args: fakeDevices });
  const { page } = launched;
  try {
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page.getByRole('radio', { name: 'Test pattern beeps' }).click();
    for (const [index, name] of names.entries()) {
      const url = `rtmps://localhost:${proxies[index]?.port}/live`;
      await addDestination(page, { name, url, key: `picture-${index}`, caPem: authority.caPem });
    }
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await waitForBadge(page, 'live');
    await waitOnAir(page, RESET_AFTER_S);
    proxies[1]?.resetAll();
    await waitOnAir(page, TAKEN_AFTER_S);
    return await takePictures(launched, { folder, name: 'window', sizes: [size] });
  } finally {
    await endBroadcast(page);
    await launched.close();
    for (const proxy of proxies) await proxy.stop();
    await server.stop();
    authority.remove();
  }
}
