/** Entry of the thread that reads one preset file, or opens the keys in it: whatever a file makes of that, main answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../../shared/errors/app-error.ts';
import { readPresetFile, unlockPresets } from './preset-import.ts';
import type { OpenedPresets } from './preset-import.ts';
import type { PresetAnswer, PresetRequest } from './preset-thread.ts';

async function read(request: PresetRequest): Promise<OpenedPresets> {
  if (request.type === 'open') return await readPresetFile(request.path);
  return await unlockPresets(request.opened, request.passphrase);
}

async function answer(request: PresetRequest): Promise<PresetAnswer> {
  try {
    return { type: 'read', opened: await read(request) };
  } catch (error) {
    return { type: 'failed', error: toAppError(error).toRecord() };
  }
}

void answer(workerData as PresetRequest).then((result) => parentPort?.postMessage(result));
