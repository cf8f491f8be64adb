/** Starts the app with a studio that was saved before. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { launchApp } from './electron-app.ts';
import type { LaunchedBuild, LaunchOptions } from './electron-app.ts';

export interface StudioLaunchOptions extends Pick<LaunchOptions, 'args' | 'env' | 'language'> {
  /** Saved beside the studio. */
  readonly settings?: Partial<Settings>;
}

/** @param folder for the profile. Who calls closes the app. */
export async function launchWithStudio(
  folder: string,
  studio: StudioDocument,
  { settings, ...options }: StudioLaunchOptions = {},
): Promise<LaunchedBuild> {
  const userDataDir = mkdtempSync(join(folder, 'user-data-'));
  const saved = { ...defaultSettings, isRehearsing: false, studio, ...settings };
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(saved));
  return await launchApp({ userDataDir, ...options });
}
