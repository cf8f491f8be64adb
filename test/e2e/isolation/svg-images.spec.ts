/** SVG images that do harm: none reaches a network or a file, runs a script, or holds the window up; each is drawn or refused. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';

let folder: string;
let server: Server;
let requests: string[];
let launched: LaunchedBuild;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-svg-'));
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  launched = await launchApp({ args: fakeDevices });
});
afterEach(async () => {
  await launched.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const svg = (content: string, attributes = 'width="40" height="20"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
const RED_HALF = '<rect width="20" height="20" fill="#f00" fill-opacity="0.5"/>';

interface Drawn {
  readonly size: readonly [number, number];
  /** RGBA of the pixels at 5, 5 and at 35, 5. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Draws as the window does, and without a deadline. */
async function draw(content: string): Promise<Drawn | string> {
  return await launched.page.evaluate(async (text) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = 'upcast://pictures/picture-frame.html';
    const answer = await new Promise<{ type: string; width: number; height: number; pixels: ArrayBuffer }>(
      (resolve) => {
        window.addEventListener('message', ({ data, source }) => {
          if (source === frame.contentWindow) resolve(data);
        });
        frame.addEventListener('load', () => {
          frame.contentWindow?.postMessage(new TextEncoder().encode(text).buffer, 'upcast://pictures');
        });
        document.body.append(frame);
      },
    );
    frame.remove();
    if (answer.type !== 'upcast:svgDrawn') return answer.type;
    const { width, height, pixels } = answer;
    const at = (x: number) => [...new Uint8Array(pixels, (5 * width + x) * 4, 4)];
    return { size: [width, height], left: at(5), right: at(35) } as const;
  }, content);
}

it('an SVG reaches no network and no file, and runs no script', async () => {
  const { port } = server.address() as AddressInfo;
  const away = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'secret.svg'), svg('<rect width="40" height="20" fill="#0f0"/>'));
  const file = `file://${join(folder, 'secret.svg')}`;
  const places = [`${away}/a`, file, 'upcast://app/index.html'];
  const images = places.map(
    (place) => `<image href="${place}" xlink:href="${place}" width="40" height="20"/>`,
  );
  const hostile = [
    ...images,
    ...places.map((place) => `<use href="${place}#x"/><use xlink:href="${place}#x"/>`),
    ...places.map(
      (place) => `<style>@import url(${place}); rect { fill: url(${place}#x); mask: url(${place}) }</style>`,
    ),
    ...places.map(
      (place) =>
        `<style>@font-face { font-family: x; src: url(${place}) }</style><text y="10" font-family="x">x</text>`,
    ),
    ...places.map(
      (place) =>
        `<filter id="f"><feImage href="${place}"/></filter><rect width="1" height="1" filter="url(#f)"/>`,
    ),
    `<script>fetch("${away}/script"); document.documentElement.setAttribute("width", "99")</script>`,
    `<script href="${away}/script.js"/>`,
    `<g onload="fetch('${away}/load')"/><image href="x:" onerror="fetch('${away}/error')"/>`,
    `<set attributeName="onmouseover" to="fetch('${away}')"/>`,
    `<a href="javascript:fetch('${away}')"><rect width="1" height="1"/></a>`,
  ];
  for (const content of hostile)
    expect(await draw(svg(RED_HALF + content)), content).toMatchObject({
      size: [40, 20],
      right: [0, 0, 0, 0],
    });
  const html = '<body xmlns="http://www.w3.org/1999/xhtml">';
  for (const content of [
    `<iframe src="${away}/frame"/>`,
    `<img src="${away}/img"/>`,
    `<iframe src="${file}"/>`,
  ]) {
    const drawn = await draw(
      svg(`${RED_HALF}<foreignObject width="40" height="20">${html}${content}</body></foreignObject>`),
    );
    expect(['upcast:svgFailed', [0, 0, 0, 0]], content).toContainEqual(
      typeof drawn === 'string' ? drawn : drawn.right,
    );
  }
  expect(requests).toEqual([]);
});

function useBomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const content = level === 0 ? '<rect width="1" height="1"/>' : `<use href="#l${level - 1}"/>`.repeat(20);
    return `<g id="l${level}">${content}</g>`;
  });
  return levels.join('');
}

function slowFilters(): string {
  const turbulence = '<feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="255"/>'.repeat(200);
  const morphology = '<feMorphology radius="1000"/><feGaussianBlur stdDeviation="900"/>'.repeat(200);
  return `<filter id="f">${turbulence}${morphology}</filter><rect width="4000" height="4000" filter="url(#f)"/>`;
}

it('an SVG that takes for ever is refused, its process ends, and the window goes on meanwhile', async () => {
  const { app } = launched;
  // By way of main: Playwright takes the end of a frame's process for the end of the page.
  const inWindow = async (code: string): Promise<unknown> =>
    await app.evaluate(
      async ({ BrowserWindow }, script) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script)) as unknown,
      code,
    );
  const tabs = async () =>
    await app.evaluate(
      ({ app: electron }) => electron.getAppMetrics().filter(({ type }) => type === 'Tab').length,
    );
  const reasons = async () =>
    await inWindow(`window.upcast.invoke('engine:history', undefined).then((history) =>
      (history.ok ? history.value.events : [])
        .flatMap(({ error }) => error ?? [])
        .filter(({ code }) => code === 'source/bad-image')
        .map(({ details }) => details.reason))`);
  const before = await tabs();
  const names = { bomb: useBomb(), filters: slowFilters() };
  const paths = Object.entries(names).map(([name, content]) => {
    const path = join(folder, `${name}.svg`);
    writeFileSync(path, svg(content, 'width="4000" height="4000"'));
    return path;
  });
  for (const path of paths) {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    const isChosen = await inWindow(
      `window.upcast.invoke('sourceFiles:chooseImage', { sceneId: 'main', name: 'SVG' }).then(({ ok }) => ok)`,
    );
    expect(isChosen).toBe(true);
  }
  // Each look at the reasons is an answer of the window's page.
  await waitUntil(
    'both SVGs are refused',
    async () => ((await reasons()) as readonly unknown[]).length === paths.length,
    40_000,
  );
  expect(await reasons()).toEqual(['imageTooComplex', 'imageTooComplex']);
  await waitUntil('their processes have ended', async () => (await tabs()) === before);
});
