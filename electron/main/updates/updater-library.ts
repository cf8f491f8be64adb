/** What is used of electron-updater, in a bundle of its own: an app that starts reads none of it. */
export { autoUpdater, CancellationToken, Provider } from 'electron-updater';
export { parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
