/** Chooses where recordings go, as a person does in main's own dialog. */
import { mkdirSync } from 'node:fs';
import type { LaunchedBuild } from '../electron-app.ts';

export async function chooseRecordingFolder({ app, page }: LaunchedBuild, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.evaluate(({ dialog }, path) => {
    const { showOpenDialog } = dialog;
    dialog.showOpenDialog = () => {
      dialog.showOpenDialog = showOpenDialog;
      return Promise.resolve({ canceled: false, filePaths: [path] });
    };
  }, folder);
  const chosen = await page.evaluate(
    async () => await window.upcast.invoke('recording:chooseFolder', undefined),
  );
  if (!chosen.ok || chosen.value?.folder !== folder) throw new Error('the folder was not chosen');
}
