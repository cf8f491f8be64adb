/** The app with a camera on a small canvas, and a person who chooses the files that main asks for. */
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { fakeDevices } from './electron-app.ts';
import type { LaunchedBuild } from './electron-app.ts';
import { launchWithStudio } from './launch-with-studio.ts';

export const SMALL_CANVAS = { width: 640, height: 360 };

/** With a camera on the small canvas. */
export function cameraStudio(): StudioDocument {
  const encoding = { ...defaultEncodingProfile, ...SMALL_CANVAS, videoKbps: 2000 };
  const source = { type: 'camera' } as const;
  return buildDocument({ source, audio: { type: 'none' }, isMuted: false, gain: 1, encoding });
}

/** @param folder for the profile. */
export async function launchWithCamera(folder: string): Promise<LaunchedBuild> {
  return await launchWithStudio(folder, cameraStudio(), { args: fakeDevices });
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
