// Compiles the compositor's kernels (AssemblyScript) to WebAssembly, for Vite and Vitest: `import { bytes } from './scale.ts?kernel'`.
import { dirname, join } from 'node:path';
import { createMemoryStream, main as compile } from 'assemblyscript/asc';

const SUFFIX = '?kernel';

/** @returns {import('vite').Plugin} */
export function kernels() {
  return {
    name: 'kernels',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return undefined;
      return join(dirname(importer), source);
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const path = id.slice(0, -SUFFIX.length);
      this.addWatchFile(path);
      const text = Buffer.from(await compileKernel(path)).toString('base64');
      return `export const bytes = Uint8Array.from(atob('${text}'), (character) => character.charCodeAt(0));`;
    },
  };
}

/**
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
async function compileKernel(path) {
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
