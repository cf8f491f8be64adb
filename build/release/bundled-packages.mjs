// Which npm packages are in the bundles, as the bundlers saw them. Each bundle leaves its list in dist/packages.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder } from '../setup/paths.mjs';

const packagesFolder = join(distFolder, 'packages');
/** Compiles the kernels, and puts a part of its own library into them. */
const KERNEL_COMPILER = 'assemblyscript';

/**
 * @param {string} path of a module, as bundlers name it
 * @returns {string | undefined} the package it belongs to; undefined for the product's own
 */
export function packageOfModule(path) {
  const [own, query] = path.replaceAll('\\', '/').split('?');
  const inside = own?.split('node_modules/').at(-1);
  if (inside === undefined || inside === own) return query === 'kernel' ? KERNEL_COMPILER : undefined;
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/**
 * @param {string} bundle
 * @param {Iterable<string>} modules
 */
export function writePackages(bundle, modules) {
  const names = new Set([...modules].map(packageOfModule).filter((name) => name !== undefined));
  mkdirSync(packagesFolder, { recursive: true });
  writeFileSync(join(packagesFolder, `${bundle}.json`), JSON.stringify([...names].sort()));
}

/**
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]} the modules of which something reached the bundle
 */
export function modulesOfMetafile(metafile) {
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

/**
 * For Vite, which bundles the page and its workers apart: each adds to the same list.
 * @param {string} bundle
 * @param {typeof writePackages} [write]
 * @returns {() => import('vite').Plugin}
 */
export function recordPackages(bundle, write = writePackages) {
  /** @type {Set<string>} */
  const modules = new Set();
  return () => ({
    name: 'record-packages',
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          if (renderedLength > 0) modules.add(id);
        }
      }
      // Style sheets, and with them the fonts they name, leave their chunk before they are counted.
      for (const id of this.getModuleIds()) if (/\.css(\?|$)/.test(id)) modules.add(id);
      write(bundle, modules);
    },
  });
}

/** @returns {string[]} of all bundles */
export function readPackages() {
  const lists = readdirSync(packagesFolder).map(
    (name) => /** @type {string[]} */ (JSON.parse(readFileSync(join(packagesFolder, name), 'utf8'))),
  );
  return [...new Set(lists.flat())].sort();
}
