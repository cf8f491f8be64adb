/** Bundles a module of a test for a browser, as the app's own page is bundled, and serves it on the loopback interface. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { kernels } from '../../../build/kernels.mjs';
import { repositoryFolder } from '../repository.ts';

/** Modules of the repository, by their path in it. */
export interface TestModules {
  /** Runs in a worker and calls `answerInWorker`. */
  readonly worker: string;
  /** Runs in the page and calls `answerInPage`. */
  readonly page?: string;
}

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes calls on to the worker. */
const pageScript = `
const worker = new Worker('/worker.js', { type: 'module' });
const waiting = new Map();
let newest = 0;
worker.onmessage = ({ data }) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
};
worker.onerror = (event) => {
  for (const end of waiting.values()) end({ error: event.message });
};
window.callWorker = (name, input) => new Promise((resolve, reject) => {
  newest += 1;
  waiting.set(newest, (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.result)));
  worker.postMessage({ id: newest, name, input });
});`;

/** @param files what the page finds under \`/files/\`, by name. */
export async function serveTestPage(
  modules: TestModules,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ServedPage> {
  const scripts = await bundle(modules);
  const page = modules.page === undefined ? '' : '<script type="module" src="/page.js"></script>';
  const html = `<!doctype html><title>test</title><script type="module">${pageScript}</script>${page}`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/');
    const script = scripts.get(path.slice(1));
    const file = path.startsWith('/files/') ? files.get(path.slice('/files/'.length)) : undefined;
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    else if (script !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (file !== undefined) response.writeHead(200).end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bundle(modules: TestModules): Promise<ReadonlyMap<string, string>> {
  const input = Object.fromEntries(
    Object.entries(modules).map(([name, path]) => [name, join(repositoryFolder, path as string)]),
  );
  const result = await build({
    configFile: false,
    root: repositoryFolder,
    logLevel: 'warn',
    plugins: [kernels()],
    publicDir: false,
    build: {
      target: 'chrome130',
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input, output: { entryFileNames: '[name].js' }, preserveEntrySignatures: false },
    },
  });
  if (!('output' in result)) throw new Error('the bundler gave no bundle');
  return new Map(
    result.output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each.code]] : [])),
  );
}
