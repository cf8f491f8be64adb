/** Tells the user that Upcast had to close, after everything has ended. */
import { dialog } from 'electron';
import { texts } from '../../../shared/text/text.ts';

/** Nobody may be there to read it. */
const READING_MS = 120_000;

export async function showFault(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, READING_MS);
  });
  const read = dialog.showMessageBox({
    type: 'error',
    title: texts.main.appName,
    message: texts.main.faultTitle,
    detail: texts.main.faultDetail,
    buttons: [texts.main.close],
    noLink: true,
  });
  await Promise.race([read, deadline]);
  clearTimeout(timer);
}
