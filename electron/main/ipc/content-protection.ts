/**
 * Keeps the window out of screen captures while a secret frame is open, so that a token that is shown, or a key that is looked at
 * while it is typed, does not get onto a stream. macOS and Windows have that; Linux ignores it.
 */
import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { SECRET_FRAME_CHANNEL } from '../../../shared/origins.ts';
import { callerOf } from './frames.ts';

export function protectSecretFrames(ownWindow: () => BrowserWindow | undefined): void {
  let openFrames = 0;
  const count = (change: 1 | -1): void => {
    openFrames += change;
    const window = ownWindow();
    if (window?.isDestroyed() === false) window.setContentProtection(openFrames > 0);
  };
  // Each secret frame holds a port to main, which closes with the frame however that ends.
  ipcMain.on(SECRET_FRAME_CHANNEL, ({ sender, senderFrame, ports: [port] }) => {
    const contents = ownWindow()?.webContents;
    if (port === undefined || sender !== contents || senderFrame === null) return;
    if (callerOf(senderFrame, contents.mainFrame) !== 'secretFrame') return;
    count(1);
    port.once('close', () => count(-1));
    port.start();
  });
}
