/** Reads preset files in the test's own thread, where that is not what the test is about. */
import { readPresetFile, unlockPresets } from '../../../electron/settings/preset-import.ts';
import type { ReadPresets } from '../../../electron/settings/preset-thread.ts';

export const readPresetsHere: ReadPresets = async (request) =>
  request.type === 'open'
    ? await readPresetFile(request.path)
    : await unlockPresets(request.opened, request.passphrase);
