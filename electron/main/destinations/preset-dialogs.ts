/** The system's dialogs for the files that presets travel in. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';

/** Undefined when the person chose none. */
export async function choosePresetFile(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options: OpenDialogOptions = {
    title: 'Import destinations',
    buttonLabel: 'Import',
    properties: ['openFile'],
    filters: [
      { name: 'Presets and lists of addresses', extensions: ['json', 'txt', 'list'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? undefined : filePaths[0];
}

/** Undefined when the person chose none. */
export async function choosePresetTarget(
  window: BrowserWindow | undefined,
  suggestedName: string,
): Promise<string | undefined> {
  const options: SaveDialogOptions = {
    title: 'Export destinations',
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: 'Upcast presets', extensions: ['json'] }],
  };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? undefined : filePath;
}
