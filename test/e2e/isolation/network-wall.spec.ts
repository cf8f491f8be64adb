/** Script that has taken over the window finds no way out of it: no request, no WebRTC, no text that becomes script. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

let launched: LaunchedBuild;

beforeEach(async () => {
  launched = await launchApp({ args: fakeDevices });
});
afterEach(async () => {
  await launched.close();
});

it('the page reaches no network, also past its content policy', async () => {
  const { page, app } = launched;
  const rtc = await page.evaluate(async () => {
    try {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1' }] });
      const candidates: string[] = [];
      peer.addEventListener('icecandidate', ({ candidate }) => candidates.push(candidate?.candidate ?? ''));
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => {
        peer.addEventListener('icegatheringstatechange', () => {
          if (peer.iceGatheringState === 'complete') resolve(undefined);
        });
      });
      return candidates.filter((candidate) => /udp/i.test(candidate));
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  });
  expect(['NotAllowedError', [], 'InvalidStateError']).toContainEqual(rtc);
  // Main's own requests go through the same session: only the wall is in their way.
  const outcomes = await app.evaluate(async ({ session }) => {
    const urls = ['https://example.com/', 'http://127.0.0.1:9/'];
    return await Promise.all(
      urls.map(async (url) =>
        session.defaultSession.fetch(url).then(
          () => 'fetched',
          (error: unknown) => String(error),
        ),
      ),
    );
  });
  for (const outcome of outcomes) expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

it('text does not become script, nor a foreign address a worker', async () => {
  const outcome = await launched.page.evaluate(() => {
    const failures = [
      () => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
      },
      () => new Worker('https://example.com/x.js'),
      () => {
        const script = document.createElement('script');
        script.text = 'alert(1)';
        return script;
      },
    ].map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    });
    return { failures, opened: window.open('https://example.com/') };
  });
  expect(outcome).toEqual({ failures: ['TypeError', 'TypeError', 'TypeError'], opened: null });
});

it('the window is isolated from other origins, and its policy allows camera, microphone, screen and font names alone', async () => {
  const { page } = launched;
  const found = await page.evaluate(async () => {
    const policy = (document as unknown as { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy;
    const { headers } = await fetch('index.html');
    return {
      isIsolated: crossOriginIsolated,
      shared: new SharedArrayBuffer(8).byteLength,
      allowed: policy.allowedFeatures(),
      headers: ['opener', 'embedder', 'resource'].map((name) => headers.get(`cross-origin-${name}-policy`)),
    };
  });
  expect(found).toMatchObject({
    isIsolated: true,
    shared: 8,
    headers: ['same-origin', 'require-corp', 'same-origin'],
  });
  expect(found.allowed).toEqual(
    expect.arrayContaining(['camera', 'microphone', 'display-capture', 'local-fonts']),
  );
  const refused = ['usb', 'serial', 'hid', 'bluetooth', 'geolocation', 'midi', 'clipboard-read', 'payment'];
  expect(found.allowed.filter((name) => refused.includes(name))).toEqual([]);
});
