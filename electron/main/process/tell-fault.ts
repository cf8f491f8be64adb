/** Tells the user that Upcast had to close, after everything has ended. */
import { dialog } from 'electron';

/** Nobody may be there to read it. */
const READING_MS = 120_000;

export async function tellFault(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, READING_MS);
  });
  const read = dialog.showMessageBox({
    type: 'error',
    title: 'Upcast',
    message: 'Upcast has to close.',
    detail: 'An internal error happened. The stream was ended and the recording saved. Start Upcast again.',
    buttons: ['Close'],
    noLink: true,
  });
  await Promise.race([read, deadline]);
  clearTimeout(timer);
}
