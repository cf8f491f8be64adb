/** Entry of the thread that reads one preset file, or opens the keys in it: whatever a file makes of that, main answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../../shared/errors/app-error.ts';
import { applyLanguage } from '../language/apply-language.ts';
import { readPresetFile, unlockPresets } from './preset-import.ts';
import type { OpenedPresets } from './preset-import.ts';
import type { PresetAnswer, PresetRequest, PresetWork } from './preset-thread.ts';

async function read(request: PresetRequest): Promise<OpenedPresets> {
  if (request.type === 'open') return await readPresetFile(request.path);
  return await unlockPresets(request.opened, request.passphrase);
}

async function answer({ request, language }: PresetWork): Promise<PresetAnswer> {
  try {
    applyLanguage(language);
    return { type: 'read', opened: await read(request) };
  } catch (error) {
    return { type: 'failed', error: toAppError(error).toRecord() };
  }
}

void answer(workerData as PresetWork).then((result) => parentPort?.postMessage(result));
