/** The system's dialogs for collections that come and go. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';
import type { TransferDialogs } from './collection-transfer.ts';

export function transferDialogs(window: () => BrowserWindow | undefined): TransferDialogs {
  const ask = async (options: OpenDialogOptions): Promise<string | undefined> => {
    const own = window();
    const { canceled, filePaths } = await (own === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(own, options));
    return canceled ? undefined : filePaths[0];
  };
  return {
    chooseFile: async () =>
      await ask({
        title: texts.main.collectionTitle,
        properties: ['openFile'],
        filters: [
          { name: texts.main.collectionFilter, extensions: ['json'] },
          { name: texts.main.allFiles, extensions: ['*'] },
        ],
      }),
    chooseFolder: async (why) =>
      await ask({
        title: why === 'copy' ? texts.main.copyFolderTitle : texts.main.searchFolderTitle,
        properties: ['openDirectory', 'createDirectory'],
      }),
    chooseTarget: async (name) => {
      const options: SaveDialogOptions = {
        title: texts.main.exportCollectionTitle,
        buttonLabel: texts.main.exportCollectionButton,
        defaultPath: join(app.getPath('documents'), name),
        properties: ['createDirectory'],
      };
      const own = window();
      const { canceled, filePath } = await (own === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(own, options));
      return canceled || filePath === '' ? undefined : filePath;
    },
  };
}
