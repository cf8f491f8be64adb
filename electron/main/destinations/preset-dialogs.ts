/** The system's dialogs for the files that presets travel in. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';

/** Undefined when the person chose none. */
export async function choosePresetFile(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options: OpenDialogOptions = {
    title: texts.main.importTitle,
    buttonLabel: texts.main.importButton,
    properties: ['openFile'],
    filters: [
      { name: texts.main.importFilter, extensions: ['json', 'txt', 'list'] },
      { name: texts.main.allFiles, extensions: ['*'] },
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
    title: texts.main.exportTitle,
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: texts.main.exportFilter, extensions: ['json'] }],
  };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? undefined : filePath;
}
