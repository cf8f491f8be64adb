/** Where a browser page of a source may go, what it may load, and when it is loaded again. */
import { describe, expect, it } from 'vitest';
import { PageBudget } from '../../../../electron/main/page-sources/page-budget.ts';
import { PageRetries } from '../../../../electron/main/page-sources/page-retries.ts';
import {
  RequestGuard,
  isServiceWorker,
  mayNavigate,
  withWalls,
} from '../../../../electron/main/page-sources/page-rules.ts';
import { cutTo, union } from '../../../../electron/main/page-sources/rectangles.ts';
import { pageInputSchema, parsePageAddress } from '../../../../shared/studio/pages/page-input.ts';

describe('a page’s address', () => {
  it('is a web address, of which the document keeps the host alone', () => {
    expect(parsePageAddress(' https://user:pw@overlay.example:8443/a?token=secret#x ').host).toBe(
      'overlay.example:8443',
    );
    expect(parsePageAddress('http://localhost:3000')).toEqual({
      ...{ address: 'http://localhost:3000/', host: 'localhost:3000' },
    });
    expect(parsePageAddress('http://[::1]:80/').host).toBe('[::1]');
  });

  it('of any other kind is refused', () => {
    for (const text of [
      ...['', 'overlay.example', 'localhost:3000', 'file:///etc/passwd', 'upcast://app/', 'data:text/html,x'],
      ...['javascript:alert(1)', 'blob:https://a.example/1', 'view-source:https://a.example', 'about:blank'],
      ...['chrome://gpu', 'http://', `https://a.example/${'x'.repeat(9000)}`, 'ftp://a.example/'],
    ])
      expect(() => parsePageAddress(text), text).toThrowError(/bad-option/);
  });

  it('doesn’t fit into the document', () => {
    const page = { type: 'page', width: 800, height: 600, fps: 30, whenHidden: 'pause' };
    expect(pageInputSchema.safeParse({ ...page, host: 'a.example:8080' }).success).toBe(true);
    for (const host of ['', 'a.example/x', 'a.example?token=1', 'user@a.example', 'a.example#x', 'a b'])
      expect(pageInputSchema.safeParse({ ...page, host }).success, host).toBe(false);
  });
});

describe('a page', () => {
  it('goes to web pages only, and shows in its frames what it made itself', () => {
    for (const url of ['https://a.example/', 'http://127.0.0.1:1/'])
      expect([mayNavigate(url, true), mayNavigate(url, false)], url).toEqual([true, true]);
    for (const url of ['data:text/html,x', 'about:blank', 'about:srcdoc', 'blob:https://a.example/1'])
      expect([mayNavigate(url, true), mayNavigate(url, false)], url).toEqual([false, true]);
    for (const url of [
      'file:///etc/passwd',
      'upcast://app/',
      'devtools://x',
      'chrome://gpu',
      'mailto:a@b',
      'x',
    ])
      expect([mayNavigate(url, true), mayNavigate(url, false)], url).toEqual([false, false]);
  });

  it('keeps its own policies, with walls of ours beside them', () => {
    const walled = withWalls({
      'Content-Security-Policy': ["default-src 'self'"],
      'Permissions-Policy': ['camera=*'],
      'feature-policy': ['camera *'],
      'x-other': ['kept'],
    });
    expect(walled['Content-Security-Policy']).toEqual([
      "default-src 'self'",
      'sandbox allow-scripts allow-same-origin allow-forms',
    ]);
    expect(Object.keys(walled).toSorted()).toEqual([
      'Content-Security-Policy',
      'permissions-policy',
      'x-other',
    ]);
    expect(walled['permissions-policy']?.[0]).toContain('camera=()');
  });

  it('has no service worker', () => {
    expect(isServiceWorker({ 'Service-Worker': 'script' })).toBe(true);
    expect(isServiceWorker({ accept: '*/*' })).toBe(false);
  });
});

describe('requests', () => {
  const names = new Map([
    ['overlay.example', ['203.0.114.5']],
    ['cdn.example', ['203.0.114.6', '2606:4700::1']],
    ['rebinding.example', ['203.0.114.7', '192.168.1.1']],
    ['nas.home', ['192.168.1.20']],
  ]);
  let nowMs = 0;
  const guardOf = (address: string) =>
    new RequestGuard(
      address,
      async (name) => {
        const found = names.get(name);
        if (found === undefined) throw new Error('no such name');
        return await Promise.resolve(found);
      },
      () => nowMs,
    );

  it('of a page of the internet reach neither this computer nor its network, by address or by name', async () => {
    const guard = guardOf('https://overlay.example/?token=1');
    for (const url of [
      ...['https://overlay.example/a', 'wss://cdn.example/', 'https://unknown.example/', 'data:image/png,x'],
      'https://203.0.114.5/',
    ])
      expect(await guard.allows(url), url).toBe(true);
    for (const url of [
      ...[
        'http://localhost:4455/',
        'ws://127.0.0.1:4455/',
        'http://[::1]/',
        'http://2130706433/',
        'http://0/',
      ],
      ...['http://192.168.1.1/', 'http://169.254.169.254/', 'https://nas.home/', 'http://a.localhost./'],
      ...['https://rebinding.example/', 'http://[::ffff:10.0.0.1]/'],
      ...['file:///etc/passwd', 'upcast://app/', 'ftp://overlay.example/', 'chrome://gpu', 'no address'],
    ])
      expect(await guard.allows(url), url).toBe(false);
  });

  it('of a page on this computer or its network reach both, and the internet', async () => {
    for (const address of ['http://localhost:3000/', 'http://127.0.0.1/', 'https://nas.home/overlay'])
      for (const url of ['http://localhost:4455/', 'http://192.168.1.1/', 'https://cdn.example/'])
        expect(await guardOf(address).allows(url), `${address} ${url}`).toBe(true);
    expect(await guardOf('http://localhost:3000/').allows('file:///etc/passwd')).toBe(false);
  });

  it('of a page of the internet reach no network by a name that leads there later, or beside a public address', async () => {
    const guard = guardOf('https://overlay.example/');
    names.set('moving.example', ['203.0.114.8']);
    expect(await guard.allows('https://moving.example/')).toBe(true);
    names.set('moving.example', ['10.0.0.1']);
    nowMs += 10_000;
    expect(await guard.allows('https://moving.example/')).toBe(false);
    // Between the question and the connection the name moved.
    expect(await guard.allowsFrom('203.0.114.8', false)).toBe(true);
    expect(await guard.allowsFrom('10.0.0.1', false)).toBe(false);
    expect(await guard.allowsFrom('::1', true)).toBe(false);
    expect(await guardOf('https://rebinding.example/').allows('http://192.168.1.1/')).toBe(false);
  });

  it('of a page by name are of this network only if the page itself came from there', async () => {
    const home = guardOf('https://nas.home/');
    expect(await home.allowsFrom('192.168.1.20', true)).toBe(true);
    expect(await home.allowsFrom('127.0.0.1', false)).toBe(true);
    const stranger = guardOf('https://nas.home/');
    expect(await stranger.allowsFrom('203.0.114.9', true)).toBe(true);
    expect(await stranger.allows('http://192.168.1.1/')).toBe(false);
    expect(await stranger.allowsFrom('192.168.1.20', false)).toBe(false);
    const local = guardOf('http://localhost:3000/');
    expect(await local.allowsFrom('203.0.114.9', true)).toBe(true);
    expect(await local.allows('http://192.168.1.1/')).toBe(true);
  });
});

describe('a page that fails', () => {
  it('to load is tried again for ever, once a minute in the end', () => {
    const retries = new PageRetries();
    const delays = Array.from({ length: 9 }, () => retries.loadFailed());
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    retries.loaded();
    expect(retries.loadFailed()).toBe(1000);
  });

  it('by its own fault is given up after the fifth attempt within ten minutes, until a person reloads it', () => {
    const retries = new PageRetries();
    const delays = Array.from({ length: 6 }, (_, at) => retries.faulted(at * 20_000));
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, undefined]);
    retries.reset();
    expect(retries.faulted(130_000)).toBe(1000);
  });

  it('now and then is never given up', () => {
    const retries = new PageRetries();
    for (let at = 0; at < 50; at += 1) expect(retries.faulted(at * 150_000)).toBeDefined();
  });
});

it('a page may say much in a second, and what it costs main is bounded', () => {
  const budget = new PageBudget();
  for (let at = 0; at < 3000; at += 1) expect(budget.spend('consoleMessage', 0)).toBe(true);
  expect(budget.spend('consoleMessage', 999)).toBe(false);
  expect(budget.spend('consoleMessage', 1000)).toBe(true);
  for (const [kind, most] of [
    ['document', 10],
    ['placeInDocument', 30],
  ] as const) {
    const navigating = new PageBudget();
    for (let at = 0; at < most; at += 1) expect(navigating.spend(kind, 0)).toBe(true);
    expect(navigating.spend(kind, 0)).toBe(false);
  }
});

it('changed rectangles are put together and cut to the page', () => {
  const one = { x: 10, y: 20, width: 5, height: 5 };
  expect(union(one, { x: 0, y: 22, width: 2, height: 9 })).toEqual({ x: 0, y: 20, width: 15, height: 11 });
  expect(cutTo({ x: -5, y: 90, width: 20, height: 20 }, { width: 10, height: 100 })).toEqual({
    ...{ x: 0, y: 90, width: 10, height: 10 },
  });
  expect(cutTo({ x: 10, y: 0, width: 1, height: 1 }, { width: 10, height: 10 })).toBeUndefined();
});
