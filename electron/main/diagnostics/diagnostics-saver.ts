/** Saves the diagnostics file where the person says, and shows it. Nothing leaves the computer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { texts } from '../../../shared/text/text.ts';

export interface DiagnosticsSaverOptions {
  readonly window: () => BrowserWindow | undefined;
  /** The file's text. */
  readonly write: () => Promise<string>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onFailed: (error: unknown) => void;
}

export class DiagnosticsSaver {
  readonly #options: DiagnosticsSaverOptions;
  #isAsking = false;

  constructor(options: DiagnosticsSaverOptions) {
    this.#options = options;
  }

  /** Never fails: what went wrong is said in a dialog. */
  async save(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      await this.#save();
    } catch (error) {
      this.#options.onFailed(error);
      await this.#say('error', texts.diagnostics.notSaved, []);
    } finally {
      this.#isAsking = false;
    }
  }

  async #save(): Promise<void> {
    const stamp = new Date(this.#options.now()).toISOString().slice(0, 19).replaceAll(':', '-');
    const options = {
      title: texts.diagnostics.saveTitle,
      defaultPath: join(app.getPath('documents'), texts.diagnostics.fileName(stamp)),
      filters: [{ name: texts.diagnostics.fileFilter, extensions: ['txt'] }],
    };
    const window = this.#options.window();
    const { canceled, filePath } = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return;
    await writeFile(filePath, await this.#options.write(), { mode: 0o600 });
    const answer = await this.#say('info', texts.diagnostics.savedTitle, [texts.diagnostics.showFile]);
    if (answer === 0) shell.showItemInFolder(filePath);
  }

  /** @returns which of the actions; the button behind them closes. */
  async #say(type: 'info' | 'error', message: string, actions: readonly string[]): Promise<number> {
    const options = {
      ...{ type, title: texts.main.appName, message },
      ...(type === 'info' ? { detail: texts.diagnostics.savedDetail } : {}),
      ...{ buttons: [...actions, texts.main.close], cancelId: actions.length, noLink: true },
    };
    const window = this.#options.window();
    const { response } = await (window === undefined
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(window, options));
    return response;
  }
}
