/** Reads what a source is made from, kind by kind. Ids of devices belong to another system or program. Pure. */
import { flagAt, objectsAt, memberOf, textAt, wholeNumberAt } from '../json/fields.ts';
import { inputFamilyOf, laterFamilyOf } from '../kinds.ts';
import { settingsOf } from './defaults.ts';
import { pageAddressOf } from '../page-secrets.ts';
import { addressless, hostOf, shownText } from '../json/hosts.ts';
import { readMedia, readPlaylist } from './read-media.ts';
import { colourAt, readFreetypeText, readGdiplusText } from './read-text.ts';
import type { JsonObject, JsonValue } from '../json/parse-json.ts';
import type { LaterInputFamily } from '../kinds.ts';
import type { LaterDetails, ObsDevice, ObsInput, ObsPage } from '../collection.ts';

const MAX_PIXELS = 16_384;
const MAX_ID_LENGTH = 512;
const USUAL_FPS = 30;

export function readInput(kind: string, source: JsonObject): ObsInput {
  const settings = settingsOf(kind, source);
  const later = laterFamilyOf(kind);
  const page = later === 'browser' ? readPage(settings) : undefined;
  if (page !== undefined) return { type: 'page', page };
  if (later !== undefined) return { type: 'later', family: later, details: detailsOf(later, settings) };
  const family = inputFamilyOf(kind);
  switch (family) {
    case undefined:
      return { type: 'unknown' };
    case 'colour':
      return {
        type: 'colour',
        colour: colourAt(settings, 'color'),
        width: pixelsAt(settings, 'width', 1),
        height: pixelsAt(settings, 'height', 1),
      };
    case 'image':
      return { type: 'image', path: pathAt(settings, 'file') };
    case 'media':
      return readMedia(settings);
    case 'playlist':
      return readPlaylist(settings);
    case 'text':
      return {
        type: 'text',
        text: kind.startsWith('text_ft2') ? readFreetypeText(settings) : readGdiplusText(settings),
      };
    case 'camera':
      return { type: 'camera', device: readDevice(settings) };
    case 'screen':
      return readScreen(kind, settings);
    case 'window':
      return { type: 'window', ...readWindow(settings) };
    case 'microphone':
    case 'systemSound':
      return { type: family, device: readDevice(settings) };
    case 'applicationSound':
      return readApplication(kind, settings);
    default:
      // Those are of kinds that come later.
      return { type: 'unknown' };
  }
}

/** Each system names the setting in its own way. */
const deviceNames = ['device_id', 'video_device_id', 'device', 'device_hash', 'uid', 'window', 'application'];

function readDevice(settings: JsonObject): ObsDevice {
  const id = deviceNames
    .map((name) => shownText(textAt(settings, name, MAX_ID_LENGTH)))
    .find((each) => each !== '');
  const label = shownText(textAt(settings, 'device_name', MAX_ID_LENGTH));
  if (label !== '' || id === undefined) return { id: id ?? '', label };
  return memberOf(settings, 'video_device_id') === undefined ? { id, label: '' } : readNamedDevice(id);
}

/** Windows: `name:path`, with the colons of both written as #3A. */
export function readNamedDevice(text: string): ObsDevice {
  const id = shownText(text);
  const named = id.indexOf(':');
  return { id, label: named < 1 ? '' : decoded(id.slice(0, named)) };
}

/** Of a program's sound, whose name tells the program to a person. */
function readApplication(kind: string, settings: JsonObject): ObsInput {
  // macOS has one kind for the whole computer and for one application.
  const isWhole = kind === 'sck_audio_capture' && memberOf(settings, 'type') !== 1;
  const { title, program } = readWindow(settings);
  const id = readDevice(settings).id;
  return isWhole
    ? { type: 'systemSound', device: { id: '', label: '' } }
    : { type: 'applicationSound', device: { id, label: program || title } };
}

function readScreen(kind: string, settings: JsonObject): ObsInput {
  // macOS has one kind for screens, windows and applications.
  const type = wholeNumberAt(settings, 'type', { least: 0, most: 2, otherwise: 0 });
  if (kind === 'screen_capture' && type !== 0) return { type: 'window', ...readWindow(settings) };
  const names = ['display_uuid', 'monitor_id'];
  const id = names
    .map((name) => shownText(textAt(settings, name, MAX_ID_LENGTH)))
    .find((each) => each !== '');
  const index = ['screen', 'monitor', 'display'].map((name) => memberOf(settings, name)).find(isIndex);
  const device = { id: id ?? (index === undefined ? '' : String(index)), label: '' };
  // macOS gives the sound of the computer with the picture.
  return { type: 'screen', device, hasSound: kind === 'screen_capture' };
}

function isIndex(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100;
}

export function readWindow(settings: JsonObject): { readonly title: string; readonly program: string } {
  // Linux: number, title and class in lines.
  const [, linuxTitle, linuxClass] = textAt(settings, 'capture_window').split('\r\n');
  if (linuxTitle !== undefined) return windowOf(linuxTitle, linuxClass ?? '');
  const window = textAt(settings, 'window');
  // Windows: title, class and program.
  const [title = '', , program = ''] = window.split(':').map(decoded);
  if (window !== '') return windowOf(title, program);
  const ownTitle = textAt(settings, 'window_name');
  const owner = textAt(settings, 'owner_name') || textAt(settings, 'application');
  return windowOf(ownTitle, owner);
}

/** The title of a browser's window may be an address. */
function windowOf(title: string, program: string): { readonly title: string; readonly program: string } {
  return { title: shownText(title).slice(0, 1024), program: shownText(program).slice(0, MAX_ID_LENGTH) };
}

function detailsOf(family: LaterInputFamily, settings: JsonObject): LaterDetails {
  switch (family) {
    case 'browser': {
      const size = { width: pixelsAt(settings, 'width', 1), height: pixelsAt(settings, 'height', 1) };
      return flagAt(settings, 'is_local_file')
        ? { ...size, path: pathAt(settings, 'local_file') }
        : { ...size, host: hostOf(textAt(settings, 'url')) };
    }
    case 'slideshow':
      return { files: objectsAt(settings, 'files').length };
  }
}

/** Undefined where the page isn't on the web. */
function readPage(settings: JsonObject): ObsPage | undefined {
  const address = pageAddressOf(settings);
  if (address === undefined) return undefined;
  const fps = wholeNumberAt(settings, 'fps', { least: 1, most: MAX_PIXELS, otherwise: USUAL_FPS });
  return {
    host: address.host,
    width: pixelsAt(settings, 'width', 1),
    height: pixelsAt(settings, 'height', 1),
    // Without a rate of its own a page has that of the canvas, which pages of Upcast never exceed anyway.
    fps: flagAt(settings, 'fps_custom') ? fps : USUAL_FPS,
    isClosedWhenHidden: flagAt(settings, 'shutdown') || flagAt(settings, 'restart_when_active'),
  };
}

/** A path of this or another system; empty where an address stands there. */
function pathAt(settings: JsonObject, name: string): string {
  return addressless(textAt(settings, name));
}

function decoded(text: string): string {
  return text.replaceAll('#3A', ':').replaceAll('#22', '#');
}

function pixelsAt(settings: JsonObject, name: string, least: number): number {
  return wholeNumberAt(settings, name, { least, most: MAX_PIXELS, otherwise: least });
}
