/** What a package says of the work of others: every bundled package with its license, and a bill of materials. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import {
  modulesOfMetafile,
  packageOfModule,
  recordPackages,
} from '../../../../build/release/bundled-packages.mjs';
import { componentsOf, noticesText } from '../../../../build/release/notices.mjs';
import { makeSbom } from '../../../../build/release/sbom.mjs';
import { repositoryFolder } from '../../../support/repository.ts';

test.each([
  ['/a/node_modules/react/index.js', 'react'],
  ['/a/node_modules/@scope/name/dist/x.js?v=1', '@scope/name'],
  ['C:\\a\\node_modules\\one\\node_modules\\two\\x.js', 'two'],
  ['node_modules/@fontsource-variable/inter/index.css', '@fontsource-variable/inter'],
  ['/a/renderer/kernels/index.ts?kernel', 'assemblyscript'],
  ['/a/renderer/main.tsx', undefined],
])('of %s the package is %s', (path, name) => {
  expect(packageOfModule(path)).toBe(name);
});

test('counts what reached a bundle, and leaves out what was shaken off', () => {
  const input = (bytesInOutput: number): { bytesInOutput: number } => ({ bytesInOutput });
  const output = { bytes: 1, imports: [], exports: [] };
  const outputs = {
    'a.cjs': {
      ...output,
      inputs: { 'node_modules/zod/index.js': input(9), 'node_modules/x/y.js': input(0) },
    },
  };
  expect(modulesOfMetafile({ inputs: {}, outputs })).toEqual(['node_modules/zod/index.js']);
});

test('counts the packages of a page, of its workers and of its style sheets, and none that was shaken off', async () => {
  const root = mkdtempSync(join(tmpdir(), 'upcast-page-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const module = (path: string): string => JSON.stringify(join(repositoryFolder, 'node_modules', path));
  const files = {
    'index.html': '<script type="module" src="./page.ts"></script>',
    'page.ts': `import ${module('@fontsource-variable/inter/index.css')};
      import { z } from ${module('zod/index.js')};
      import { create } from ${module('zustand/esm/index.mjs')};
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }).postMessage(z.string().parse('a'));`,
    'worker.ts': `import { createStore } from ${module('zustand/esm/vanilla.mjs')}; postMessage(createStore(() => 1).getState());`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  let recorded: readonly string[] = [];
  const recorder = recordPackages('page', (_bundle, modules) => (recorded = [...modules]));
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [recorder()],
    worker: { format: 'es', plugins: () => [recorder()] },
    build: { target: 'chrome130', modulePreload: { polyfill: false } },
  });
  const names = new Set(recorded.map(packageOfModule).filter((name) => name !== undefined));
  expect([...names].sort()).toEqual(['@fontsource-variable/inter', 'zod', 'zustand']);
  // The page names React by way of a store that it never makes.
  expect(names).not.toContain('react');
});

test('A20: each package stands with its license; RNNoise stands with its own', () => {
  const components = componentsOf(['react', 'react-remove-scroll-bar', '@sapphi-red/web-noise-suppressor']);
  const text = noticesText(components);
  expect(components.map(({ name, licence }) => `${name} ${licence}`)).toEqual([
    'react MIT',
    'react-remove-scroll-bar MIT',
    '@sapphi-red/web-noise-suppressor MIT',
    'RNNoise BSD-3-Clause',
    'rnnoise-wasm Apache-2.0',
  ]);
  for (const owner of ['Meta Platforms', 'Xiph.Org Foundation', 'Jean-Marc Valin', 'Shiguredo']) {
    expect(text).toContain(owner);
  }
});

test('a package without a license stops the packaging', () => {
  expect(() => componentsOf(['no-such-package'])).toThrow();
});

test('the bill of materials names packages, Electron and ffmpeg, each with its license and hash', () => {
  const bill = makeSbom({
    version: '1.2.3',
    electronVersion: '45.4.1',
    components: componentsOf(['zod']),
    integrity: { zod: `sha512-${Buffer.from('hash').toString('base64')}` },
    ffmpeg: { version: '7.1.4', sha256: 'ab', url: 'https://example.com/ffmpeg' },
  });
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'Upcast', version: '1.2.3' } },
    components: [
      {
        name: 'zod',
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-512', content: '68617368' }],
      },
      { name: 'electron', version: '45.4.1' },
      { name: 'ffmpeg', licenses: [{ license: { id: 'GPL-3.0-or-later' } }], hashes: [{ alg: 'SHA-256' }] },
    ],
    dependencies: [{ ref: 'upcast', dependsOn: ['zod', 'electron', 'ffmpeg'] }],
  });
});
