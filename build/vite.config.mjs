// How the window's page is bundled: relative addresses for the app protocol, workers as modules.
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { kernels } from './kernels.mjs';
import { recordPackages } from './release/bundled-packages.mjs';
import { distFolder, repositoryFolder } from './setup/paths.mjs';

const recorder = recordPackages('renderer');
/** A script with a single character beyond Latin-1 takes twice the memory. */
const output = /** @type {const} */ ({ charset: 'ascii' });

export default defineConfig({
  root: join(repositoryFolder, 'renderer'),
  base: './',
  plugins: [react(), recorder()],
  worker: { format: 'es', plugins: () => [kernels(), recorder()], rollupOptions: { output } },
  build: {
    target: 'chrome130',
    outDir: join(distFolder, 'renderer'),
    emptyOutDir: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    rollupOptions: {
      output,
      input: [
        join(repositoryFolder, 'renderer', 'index.html'),
        join(repositoryFolder, 'renderer', 'secret-frame.html'),
        join(repositoryFolder, 'renderer', 'picture-frame.html'),
      ],
    },
    chunkSizeWarningLimit: 2000,
  },
});
