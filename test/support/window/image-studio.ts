/** The app with a camera on a small canvas, and a person who chooses the files that main asks for. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import { launchApp } from './electron-app.ts';
import type { LaunchedBuild } from './electron-app.ts';

export const SMALL_CANVAS = { width: 640, height: 360 };

/** @param folder for the profile. */
export async function launchWithCamera(folder: string): Promise<LaunchedBuild> {
  const userDataDir = mkdtempSync(join(folder, 'user-data-'));
  const encoding = { ...defaultEncodingProfile, ...SMALL_CANVAS, videoKbps: 2000 };
  const source = { type: 'camera' } as const;
  const studio = buildDocument({ source, audio: { type: 'none' }, isMuted: false, gain: 1, encoding });
  writeFileSync(
    join(userDataDir, 'settings.json'),
    JSON.stringify({ ...defaultSettings, isRehearsing: false, studio }),
  );
  return await launchApp({
    userDataDir,
    args: ['--use-fake-device-for-media-stream=fps=30', '--use-fake-ui-for-media-stream'],
  });
}

type Choice =
  | {
      readonly channel: 'sourceFiles:chooseImage' | 'sourceFiles:chooseSlides' | 'sourceFiles:chooseMedia';
      readonly name: string;
    }
  | { readonly channel: 'sourceFiles:chooseText'; readonly sourceId: string };

/** Returns the id of the source that shows the files, a new one in the main scene or the one that was named. */
export async function chooseFiles(
  { app, page }: LaunchedBuild,
  choice: Choice,
  paths: readonly string[],
): Promise<string> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...paths],
  );
  const answer = await page.evaluate(async (chosen) => {
    if (chosen.channel === 'sourceFiles:chooseText')
      return await window.upcast.invoke(chosen.channel, { sourceId: chosen.sourceId });
    return await window.upcast.invoke(chosen.channel, { sceneId: 'main', name: chosen.name });
  }, choice);
  if (!answer.ok) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  return 'sourceId' in choice ? choice.sourceId : (answer.value?.sourceId ?? '');
}
