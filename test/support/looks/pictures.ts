/** Pictures of the window in each theme and at given sizes. */
import { join } from 'node:path';
import type { LaunchedBuild } from '../window/electron-app.ts';

const themes = ['dark', 'light'] as const;

/** Takes a picture of what there is, or of what `open` opens and `close` closes, anew for each theme. */
export type Take = (name: string, around?: Around) => Promise<void>;

interface Around {
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface PictureOptions {
  readonly folder: string;
  readonly name: string;
  /** Of the window's content, pixels. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly around?: Around | undefined;
}

/** @returns the files' names: `NAME-WIDTH-THEME.png`. */
export async function takePictures(
  { app, page }: LaunchedBuild,
  { folder, name, sizes, around }: PictureOptions,
): Promise<string[]> {
  const taken: string[] = [];
  for (const { width, height } of sizes) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    for (const theme of themes) {
      const result = await page.evaluate(
        async (chosen) => await window.upcast.invoke('settings:update', { theme: chosen }),
        theme,
      );
      if (!result.ok) throw new Error(result.error.code);
      await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, theme);
      await around?.open();
      await page.evaluate(async () => {
        // What was pressed before may have scrolled its column.
        for (const column of document.querySelectorAll('aside')) column.scrollTop = 0;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      });
      const file = `${name}-${width}-${theme}.png`;
      await page.screenshot({ path: join(folder, file) });
      await around?.close();
      taken.push(file);
    }
  }
  return taken;
}
