/** Loads the bundle of electron-updater, once it is needed. */
import { createRequire } from 'node:module';
import { paths } from '../process/paths.ts';
import type * as Library from './updater-library.ts';

/** @throws Error when the package is damaged */
export function loadUpdater(): typeof Library {
  return createRequire(paths.updater)(paths.updater) as typeof Library;
}
