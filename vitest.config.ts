/** The suites. Unit tests share the machine; the others start servers and windows, so their files take turns. */
import { defineConfig } from 'vitest/config';
import { kernels } from './build/kernels.mjs';

/** Servers and windows answer late on a busy machine. */
const PATIENT = { poll: { timeout: 40_000 } };
/** The tests read English, whatever the terminal's language is. */
const ENGLISH = { LC_ALL: 'C.UTF-8', LANGUAGE: '' };
/** Of a package's WebAssembly, the plug-in makes a module. */
const KERNELS = { deps: { inline: [/\?kernel$/] } };

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        plugins: [kernels()],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          server: KERNELS,
          testTimeout: 20_000,
        },
      },
      {
        plugins: [kernels()],
        test: {
          name: 'integration',
          env: ENGLISH,
          include: ['test/integration/**/*.test.ts'],
          server: KERNELS,
          expect: PATIENT,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [kernels()],
        test: {
          name: 'e2e',
          env: ENGLISH,
          include: ['test/e2e/**/*.spec.ts'],
          server: KERNELS,
          expect: PATIENT,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
