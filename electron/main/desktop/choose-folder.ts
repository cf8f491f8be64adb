/** The system's dialog for a folder. */
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';

export interface FolderQuestion {
  readonly title?: string;
  /** Where it opens: the system's downloads folder otherwise, which is no place to keep anything. */
  readonly from: string;
}

/** Undefined when the person chose none. */
export async function chooseFolder(
  window: BrowserWindow | undefined,
  { title, from }: FolderQuestion,
): Promise<string | undefined> {
  const options: OpenDialogOptions = {
    ...(title !== undefined && { title }),
    defaultPath: from,
    properties: ['openDirectory', 'createDirectory'],
  };
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? undefined : filePaths[0];
}
