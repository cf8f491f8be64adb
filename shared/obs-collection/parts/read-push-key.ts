/** The key that is held to talk, or to be silent, as OBS keeps it beside a source. Pure. */
import { flagAt, objectAt, objectsAt, textAt, wholeNumberAt } from '../json/fields.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsPushKey } from '../collection.ts';

const MAX_DELAY_MS = 60_000;

/** Keys that have other names here; letters, digits and F1 to F24 have the same. */
const keys: ReadonlyMap<string, string> = new Map([
  ...([
    ['SPACE', 'Space'],
    ['BACKSPACE', 'Backspace'],
    ['INSERT', 'Insert'],
    ['DELETE', 'Delete'],
    ['HOME', 'Home'],
    ['END', 'End'],
    ['PAGEUP', 'PageUp'],
    ['PAGEDOWN', 'PageDown'],
    ['UP', 'Up'],
    ['DOWN', 'Down'],
    ['LEFT', 'Left'],
    ['RIGHT', 'Right'],
    ['MINUS', '-'],
    ['EQUAL', '='],
    ['COMMA', ','],
    ['PERIOD', '.'],
    ['SLASH', '/'],
    ['SEMICOLON', ';'],
    ['APOSTROPHE', "'"],
    ['QUOTELEFT', '`'],
    ['BRACKETLEFT', '['],
    ['BRACKETRIGHT', ']'],
    ['BACKSLASH', '\\'],
    ['NUMPLUS', 'numadd'],
    ['NUMMINUS', 'numsub'],
    ['NUMASTERISK', 'nummult'],
    ['NUMSLASH', 'numdiv'],
    ['NUMPERIOD', 'numdec'],
  ] as const),
  ...Array.from({ length: 10 }, (_none, digit) => [`NUM${digit}`, `num${digit}`] as const),
]);

/** Undefined where no key is held for the source. Talking goes before being silent, as in OBS. */
export function readPushKey(source: JsonObject): ObsPushKey | undefined {
  for (const mode of ['talk', 'mute'] as const) {
    const name = `push-to-${mode}`;
    if (!flagAt(source, name)) continue;
    const [hotkey] = objectsAt(objectAt(source, 'hotkeys'), `libobs.${name}`);
    const bounds = { least: 0, most: MAX_DELAY_MS, otherwise: 0 };
    return {
      mode,
      accelerator: hotkey === undefined ? undefined : acceleratorOf(hotkey.value),
      releaseMs: wholeNumberAt(source, `${name}-delay`, bounds),
    };
  }
  return undefined;
}

function acceleratorOf(hotkey: JsonObject): string | undefined {
  const name = textAt(hotkey, 'key').replace(/^OBS_KEY_/, '');
  const key = /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4]))$/.test(name) ? name : keys.get(name);
  if (key === undefined) return undefined;
  const modifiers = [
    ['control', 'Control'],
    ['alt', 'Alt'],
    ['shift', 'Shift'],
    ['command', 'Super'],
  ] as const;
  const held = modifiers.flatMap(([member, modifier]) => (flagAt(hotkey, member) ? [modifier] : []));
  return [...held, key].join('+');
}
