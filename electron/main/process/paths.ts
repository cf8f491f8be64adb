/** Where the parts of the built app lie, seen from the bundle of main. */
import { join } from 'node:path';

const distFolder = join(__dirname, '..');

export const paths = {
  distFolder,
  engine: join(distFolder, 'engine', 'start.cjs'),
  presetWorker: join(distFolder, 'main', 'preset-worker.cjs'),
  updater: join(distFolder, 'main', 'updater.cjs'),
  preload: join(distFolder, 'preload', 'preload.cjs'),
  renderer: join(distFolder, 'renderer'),
  guide: join(distFolder, 'guide'),
} as const;
