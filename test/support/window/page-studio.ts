/** The app with a browser page as a source, added as the form of a page does, and a loopback server that its pages come from. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { PageState } from '../../../shared/ipc/page-state.ts';
import type { PageSettings } from '../../../shared/studio/pages/page-input.ts';
import type { LaunchedBuild } from './electron-app.ts';

export interface PageServer {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly requests: string[];
  stop(): Promise<void>;
}

/** @param answer gives the HTML of a path; undefined is not found. @param onPort of a server that comes back; else a free one. */
export async function startPageServer(
  answer: (path: string, request: IncomingMessage) => string | undefined,
  onPort = 0,
): Promise<PageServer> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const html = answer(path, request);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': type });
    response.end(html);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(onPort, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const smallPage: PageSettings = { width: 320, height: 180, fps: 30, whenHidden: 'pause' };

/** Types a page's address in the form's place. Returns the id of its source, in the scene on air. */
export async function addPage(
  { page }: LaunchedBuild,
  address: string,
  options: { readonly css?: string; readonly settings?: PageSettings } = {},
): Promise<string> {
  const { css = '', settings = smallPage } = options;
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'upcast://secrets/secret-frame.html#token';
    frame.id = 'form';
    return new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      document.body.append(frame);
    });
  });
  const form = page.frames().find((frame) => frame.url().startsWith('upcast://secrets/'));
  if (form === undefined) throw new Error('the form is not there');
  const answer = await form.evaluate(
    async (typed) =>
      await window.upcast.invoke('pages:save', { target: { sceneId: 'main', name: 'Page' }, ...typed }),
    { address, css, settings },
  );
  await page.evaluate(() => document.querySelector('#form')?.remove());
  if (!answer.ok) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  return answer.value.sourceId ?? '';
}

/** Keeps what main says of pages from now on. */
export async function followPages(page: Page): Promise<void> {
  await page.evaluate(() => {
    const states: Record<string, unknown[]> = {};
    Object.assign(window, { pageStates: states });
    window.upcast.on('pages:state', ({ sourceId, state }) => {
      states[sourceId] = [...(states[sourceId] ?? []), state];
    });
  });
}

/** Resolves with the page's state once it is in this phase, or has failed for this reason. */
export async function untilPage(
  page: Page,
  sourceId: string,
  phase: PageState['phase'],
  reason?: string,
  timeout = 30_000,
): Promise<PageState> {
  const found = page.waitForFunction(
    ([id, wantedPhase, wantedReason]) => {
      const states =
        (window as unknown as { pageStates: Record<string, PageState[]> }).pageStates[id ?? ''] ?? [];
      if (wantedReason === undefined) return states.at(-1)?.phase === wantedPhase ? states.at(-1) : undefined;
      return states.find(({ error }) => error?.details['reason'] === wantedReason);
    },
    [sourceId, phase, reason],
    { timeout },
  );
  const state = await found.catch(async (error: unknown) => {
    const told = await page.evaluate(
      (id) => (window as unknown as { pageStates: Record<string, unknown> }).pageStates[id],
      sourceId,
    );
    throw new Error(`page ${sourceId} said ${JSON.stringify(told)}`, { cause: error });
  });
  return (await state.jsonValue()) as PageState;
}

/** Reasons of the warnings that the window got of pages. */
export async function pageWarnings(page: Page): Promise<readonly unknown[]> {
  return await page.evaluate(async () => {
    const history = await window.upcast.invoke('engine:history', undefined);
    const errors = history.ok ? history.value.events.flatMap(({ error }) => error ?? []) : [];
    return errors.filter(({ code }) => code === 'source/page-failed').map(({ details }) => details['reason']);
  });
}
