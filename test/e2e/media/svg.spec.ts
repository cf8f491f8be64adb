/** SVG files: drawn by a document, without scripts and without a network, in a process that the window never waits for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, openTestBrowser } from '../../support/browser/browsers.ts';
import type { TestBrowser } from '../../support/browser/browsers.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import type { SeenSvg } from './stills-page.ts';

const svg = (attributes: string, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const RED = '<rect width="20" height="20" fill="#f00"/>';
const HALF_BLUE = '<rect x="20" width="20" height="20" fill="#00f" fill-opacity="0.5"/>';

describe.each(browserNames)('%s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await openTestBrowser(name, {
      worker: 'test/e2e/media/stills-worker.ts',
      page: 'test/e2e/media/stills-page.ts',
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  const draw = async (text: string, ...places: (readonly [number, number])[]): Promise<SeenSvg> =>
    await browser.callPage('svg', { text, places });

  it('draws an SVG at its own size, with its transparency', async () => {
    const seen = await draw(svg('width="60" height="20"', RED + HALF_BLUE), [5, 5], [25, 5], [50, 5]);
    expect(seen).toEqual({
      ...{ width: 60, height: 20 },
      colours: [
        [255, 0, 0, 255],
        [0, 0, 255, 128],
        [0, 0, 0, 0],
      ],
    });
  });

  it('draws one that is larger than any picture smaller, in its shape', async () => {
    const seen = await draw(svg('width="100000" height="50000" viewBox="0 0 40 20"', RED), [5, 5], [4000, 5]);
    expect(seen).toEqual({
      width: 4096,
      height: 2048,
      colours: [
        [255, 0, 0, 255],
        [0, 0, 0, 0],
      ],
    });
  });

  it('runs no script and loads nothing', async () => {
    const inside = `<script>document.documentElement.replaceChildren()</script>
      <rect width="20" height="20" fill="#f00" onload="this.remove()"/>
      <image href="/files/clear.png" x="20" width="20" height="20"/>
      <style>@import "/files/style.css";</style>`;
    const seen = await draw(svg('width="40" height="20"', inside), [5, 5], [25, 5]);
    expect(seen.colours).toEqual([
      [255, 0, 0, 255],
      [0, 0, 0, 0],
    ]);
  });

  it('refuses what is no SVG', async () => {
    for (const text of ['<svg', svg('width="0" height="0"', ''), '<svg><unclosed></svg>'])
      expect(await draw(text)).toMatchObject({
        code: 'source/bad-image',
        details: { reason: 'imageDamaged' },
      });
  });
});

describe('the picture frame of the app', () => {
  let launched: LaunchedBuild;
  beforeAll(async () => {
    launched = await launchApp();
  });
  afterAll(async () => {
    await launched?.close();
  });

  /** As the window asks for a picture: the answer, or nothing within the time. */
  const ask = async (
    text: string,
    waitMs: number,
  ): Promise<{ type: string; width?: number; height?: number } | 'none'> =>
    await launched.page.evaluate(
      async ([file, waitFor]) => {
        const frame = document.createElement('iframe');
        frame.hidden = true;
        frame.src = 'upcast://pictures/picture-frame.html';
        const answer = new Promise((resolve) => {
          window.addEventListener('message', ({ origin, data }) => {
            if (origin === 'upcast://pictures') resolve({ ...data, pixels: undefined });
          });
          setTimeout(() => resolve('none'), waitFor);
        });
        frame.addEventListener('load', () => {
          const bytes = new TextEncoder().encode(file).buffer;
          frame.contentWindow?.postMessage(bytes, 'upcast://pictures');
        });
        document.body.append(frame);
        const result = await answer;
        frame.remove();
        return result as { type: string };
      },
      [text, waitMs] as const,
    );

  it('draws an SVG for the window', async () => {
    expect(await ask(svg('width="60" height="20"', RED), 10_000)).toEqual({
      ...{ type: 'upcast:svgDrawn', width: 60, height: 20 },
    });
    expect(await ask('no picture', 10_000)).toEqual({ type: 'upcast:svgFailed' });
  });

  it('has a process of its own, which a file that never ends takes, and which ends with the frame', async () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const uses = Array.from({ length: 10 }, () => `<use href="#l${level}"/>`).join('');
      return `<g id="l${level + 1}">${uses}</g>`;
    });
    const bomb = svg('width="20" height="20"', `<rect id="l0" width="9" height="9"/>${levels.join('')}`);
    const answer = ask(bomb, 3000);
    // The window answers meanwhile.
    for (let turn = 0; turn < 20; turn += 1)
      expect(await launched.page.evaluate(() => document.title)).not.toBe('');
    expect(['none', { type: 'upcast:svgFailed' }]).toContainEqual(await answer);
    expect(await ask(svg('width="60" height="20"', RED), 10_000)).toMatchObject({ type: 'upcast:svgDrawn' });
  });

  it('knows nothing of main', async () => {
    const bridges = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      await frame?.executeJavaScript(
        `new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = 'upcast://pictures/picture-frame.html';
          frame.onload = () => resolve();
          document.body.append(frame);
        })`,
      );
      const pictures = frame?.frames.find(({ url }) => url.startsWith('upcast://pictures/'));
      const isOther = pictures !== undefined && pictures.processId !== frame?.processId;
      return [await pictures?.executeJavaScript('typeof window.upcast'), isOther];
    });
    expect(bridges).toEqual(['undefined', true]);
  });
});
