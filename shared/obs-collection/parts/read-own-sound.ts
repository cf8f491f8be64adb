/** The sound that comes with a captured picture: of a camera's second device, of the window or the screen that is captured. Pure. */
import { flagAt, numberAt, textAt } from '../json/fields.ts';
import { settingsOf } from './defaults.ts';
import { readNamedDevice, readWindow } from './read-input.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsOwnSound } from '../collection.ts';

const MAX_ID_LENGTH = 512;
/** Devices that carry sound with their picture. */
const carriers: ReadonlySet<string> = new Set(['decklink-input', 'macos-avcapture-fast']);
const windows: ReadonlySet<string> = new Set(['window_capture', 'game_capture']);

/** Undefined where there is none, or where the picture brings the sound with it. */
export function readOwnSound(kind: string, source: JsonObject): ObsOwnSound | undefined {
  const settings = settingsOf(kind, source);
  if (kind === 'dshow_input') return readCameraSound(settings);
  if (carriers.has(kind)) return flagAt(settings, 'enable_audio', true) ? { type: 'lost' } : undefined;
  const isCaptured = windows.has(kind) && flagAt(settings, 'capture_audio');
  // macOS: a window or an application, in place of a whole screen.
  const type = numberAt(settings, 'type', { least: 0, most: 2, otherwise: 0 });
  const isOnMac = kind === 'screen_capture' && type !== 0;
  if (!isCaptured && !isOnMac) return undefined;
  const { title, program } = readWindow(settings);
  const label = program || title;
  return label === '' ? { type: 'lost' } : { type: 'applicationSound', device: { id: '', label } };
}

/** OBS's own choice plays the sound on the speakers, where it doesn't reach the program. */
function readCameraSound(settings: JsonObject): ObsOwnSound | undefined {
  const isPlayed = numberAt(settings, 'audio_output_mode', { least: 0, most: 2, otherwise: 0 }) !== 0;
  if (isPlayed || !flagAt(settings, 'use_custom_audio_device')) return undefined;
  const device = readNamedDevice(textAt(settings, 'audio_device_id', MAX_ID_LENGTH));
  return device.id === '' ? undefined : { type: 'microphone', device };
}
