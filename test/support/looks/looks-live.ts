/** The window's states on air, for the bench `looks`: two destinations on a real server behind proxies that can do what networks do. */
import type { Page } from 'playwright-core';
import { createTestAuthority } from '../servers/certificates.ts';
import { startFaultProxy } from '../servers/fault-proxy.ts';
import { startNginx } from '../servers/nginx.ts';
import { addDestination, waitForBadge, waitOnAir } from '../window/window-driver.ts';
import type { Take } from './pictures.ts';

/** Longest wait for a state. */
const STATE_MS = 60_000;
/** Less than the encoder gives out. */
const NARROW_KBPS = 1200;
/** Less than it gives out when it is too slow. */
const NARROWEST_KBPS = 700;

export async function visitLive(page: Page, take: Take): Promise<void> {
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const proxies = [await startFaultProxy(server.tlsPort), await startFaultProxy(server.tlsPort)] as const;
  const [first, second] = proxies;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const close = async () => await page.keyboard.press('Escape');
  const forEach = (mode: (typeof first)['mode']) => proxies.forEach((proxy) => (proxy.mode = mode));
  const chooseFormat = async (size: string, frameRate: string) => {
    await button('Settings').click();
    await page.getByLabel('Resolution', { exact: true }).selectOption({ label: size });
    await page.getByLabel('Frame rate').selectOption({ label: frameRate });
    await button('Save').click();
  };
  const card = (name: string) => page.getByRole('article', { name, exact: true });
  try {
    await page.evaluate(async () => {
      const settings = await window.upcast.invoke('settings:get', undefined);
      if (!settings.ok) throw new Error(settings.error.code);
      for (const { id } of settings.value.destinations) {
        await window.upcast.invoke('destination:delete', { id });
      }
    });
    await page.getByRole('article', { name: 'Test server' }).first().waitFor({ state: 'detached' });
    const caPem = authority.caPem;
    const names = ['Sunday service', 'Company ingest'] as const;
    for (const [index, name] of names.entries()) {
      const url = `rtmps://localhost:${proxies[index]?.port}/live`;
      await addDestination(page, { name, url, key: `picture-${index}`, caPem });
    }
    await page.getByRole('button', { name: `More options for ${names[0]}` }).click();
    await page.getByRole('menuitem', { name: 'Test…' }).click();
    await take('test');
    await button('Start test').click();
    await page.getByText('The test didn’t check the stream key or upload speed').waitFor();
    await take('test-done');
    await close();
    await button('Settings').click();
    await page.getByRole('button', { name: 'Test again' }).waitFor({ timeout: STATE_MS });
    await take('settings-encoders');
    await close();

    forEach({ type: 'deaf' });
    await button('Go live').click();
    await card(names[0]).and(page.locator('[data-phase="connecting"]')).waitFor();
    await take('connecting');
    forEach({ type: 'pass' });
    for (const name of names) {
      await card(name).and(page.locator('[data-phase="live"]')).waitFor({ timeout: STATE_MS });
    }
    await waitOnAir(page, 8);
    await take('live');
    await page.keyboard.press('Control+b');
    await take('be-right-back');
    await page.keyboard.press('Control+b');
    await card(names[0])
      .getByRole('button', { name: /certificate/ })
      .click();
    await take('certificate');
    await close();
    await page.keyboard.press('Control+Enter');
    await take('end-question');
    await close();
    forEach({ type: 'throttle', kbps: NARROW_KBPS });
    await page
      .getByText(/destinations together need/)
      .first()
      .waitFor({ timeout: STATE_MS });
    await take('congested');
    // More than the computer encodes in time, and still more than the uplink takes.
    await chooseFormat('1920 × 1080 (1080p)', '60 fps');
    forEach({ type: 'throttle', kbps: NARROWEST_KBPS });
    await page
      .getByText(/Encoding overloaded/)
      .first()
      .waitFor({ timeout: STATE_MS });
    await page
      .getByText(/destinations together need/)
      .first()
      .waitFor({ timeout: STATE_MS });
    await take('congested-slow');
    forEach({ type: 'deaf' });
    await button('End stream').click();
    await waitForBadge(page, 'stopping');
    await take('stopping');
    await button('End now').click();
    await page.getByRole('dialog', { name: 'Stream report' }).waitFor();
    await take('stream-report');
    await button('Done').click();

    await chooseFormat('1280 × 720 (720p)', '30 fps');
    forEach({ type: 'pass' });
    await button('Go live').click();
    for (const name of names) {
      await card(name).and(page.locator('[data-phase="live"]')).waitFor({ timeout: STATE_MS });
    }
    // A connection lost sooner than this is taken for a refused key.
    await waitOnAir(page, 6);
    await second.stop();
    await waitForBadge(page, 'degraded');
    await card(names[1]).and(page.locator('[data-phase="reconnecting"]')).waitFor();
    await take('degraded');
    await first.stop();
    await waitForBadge(page, 'reconnecting');
    await take('reconnecting');
    await button('End stream').click();
    await page.getByRole('dialog', { name: 'Stream report' }).waitFor();
    await take('stream-report-losses');
    await button('Done').click();
  } finally {
    await first.stop();
    await second.stop();
    await server.stop();
    authority.remove();
  }
}
