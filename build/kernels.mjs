// WebAssembly as bytes, for Vite, Vitest and esbuild. `import { readBytes } from './kernels/index.ts?kernel'` compiles the
// compositor's kernels (AssemblyScript): that file and what it imports from its folder. A package's module is taken as it
// is: `import { readBytes } from 'package/module.wasm?kernel'`.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SUFFIX = '?kernel';

/** @returns {import('vite').Plugin} */
export function kernels() {
  return {
    name: 'kernels',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return undefined;
      return pathOf(source, dirname(importer));
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const path = id.slice(0, -SUFFIX.length);
      for (const file of filesBeside(path)) this.addWatchFile(file);
      return await moduleOf(path);
    },
  };
}

/**
 * The same for esbuild, whose list of inputs names the module with its suffix.
 * @returns {import('esbuild').Plugin}
 */
export function kernelsForTools() {
  return {
    name: 'kernels',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?kernel$/ }, ({ path, resolveDir }) => ({ path: pathOf(path, resolveDir) }));
      onLoad({ filter: /\?kernel$/ }, async ({ path }) => ({
        contents: await moduleOf(path.slice(0, -SUFFIX.length)),
      }));
    },
  };
}

/**
 * What a bundle's input was made from, when it is a kernel; otherwise itself.
 * @param {string} input
 */
export function filesOfInput(input) {
  return input.endsWith(SUFFIX) ? filesBeside(input.slice(0, -SUFFIX.length)) : [input];
}

/**
 * With the suffix.
 * @param {string} source
 * @param {string} folder of the file that imports it
 */
function pathOf(source, folder) {
  if (source.startsWith('.')) return join(folder, source);
  const { resolve } = createRequire(join(folder, 'importer'));
  return resolve(source.slice(0, -SUFFIX.length)) + SUFFIX;
}

/** @param {string} path */
function filesBeside(path) {
  if (isBuilt(path)) return [path];
  const folder = dirname(path);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** @param {string} path */
function isBuilt(path) {
  return path.endsWith('.wasm');
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
async function moduleOf(path) {
  const bytes = isBuilt(path) ? readFileSync(path) : await compileKernel(path);
  const text = Buffer.from(bytes).toString('base64');
  return `export const readBytes = () => Uint8Array.from(atob('${text}'), (character) => character.charCodeAt(0));`;
}

/**
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
async function compileKernel(path) {
  // The compiler is large, and seldom needed.
  const { createMemoryStream, main: compile } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let bytes;
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'];
  const features = ['simd', 'relaxed-simd', 'bulk-memory'].flatMap((name) => ['--enable', name]);
  const messages = createMemoryStream();
  const { error } = await compile([path, '--outFile', 'kernel.wasm', ...options, ...features], {
    stderr: messages,
    writeFile: (_, contents) => {
      bytes = Buffer.from(contents);
    },
  });
  if (error !== null || bytes === undefined)
    throw new Error(`${path} does not build:\n${messages.toString()}`);
  return bytes;
}
