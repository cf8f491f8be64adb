/**
 * Which shortcut a key press is, and how shortcuts are written, on this system. In code a shortcut is `Escape`, `1`, `Ctrl+B` or
 * `Ctrl+Shift+Z`; Ctrl stands for the Command key on macOS, where the Ctrl key belongs to text fields. Pure.
 */
import { ownSystem } from '../../own-system.ts';

export const isMac: boolean = ownSystem === 'mac';

/** Of DOM's keyboard events. */
export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard, whatever is printed there: `KeyM`, `Digit1`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The key is part of a word that an input method puts together. */
  readonly isComposing?: boolean;
}

/** Whether the key of this system's shortcuts is held, and not the other system's as well. */
export function hasCommandKey(
  { ctrlKey, metaKey }: Pick<KeyPress, 'ctrlKey' | 'metaKey'>,
  mac = isMac,
): boolean {
  return mac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
}

/** Keys that most layouts have in the same place and that shortcuts use. */
const placedKeys: ReadonlyMap<string, string> = new Map([['Comma', ',']]);

/** A letter in capitals, a digit, or DOM's name of the key. Where a layout has other letters, the place on the keyboard says which. */
export function keyName({ key, code, shiftKey }: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (key.length !== 1) return key;
  // French keyboards give digits with Shift alone.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey) return digit;
  return key > '~' ? (/^Key([A-Z])$/.exec(code)?.[1] ?? placedKeys.get(code) ?? key) : key;
}

/** Undefined for presses that belong to the system, to an input method, or to a character of the layout. */
export function shortcutOf(press: KeyPress, mac = isMac): string | undefined {
  if (press.isComposing === true || press.key === 'Process' || press.altKey) return undefined;
  if (mac ? press.ctrlKey : press.metaKey) return undefined;
  if (!hasCommandKey(press, mac)) return keyName(press);
  return `Ctrl+${press.shiftKey ? 'Shift+' : ''}${keyName(press)}`;
}

/** Removes what is selected. A Mac's keyboard has one key for it, above Return. */
export function isDeleteKey(key: string, mac = isMac): boolean {
  return key === 'Delete' || (mac && key === 'Backspace');
}

/** On macOS Command+M minimizes every app's window. */
export function windowShortcutsOn(mac: boolean) {
  return {
    ...{ away: 'Ctrl+B', goLive: 'Ctrl+Enter', record: 'Ctrl+R', settings: 'Ctrl+,' },
    mute: mac ? 'Ctrl+Shift+M' : 'Ctrl+M',
  };
}
export const windowShortcuts = windowShortcutsOn(isMac);

const signs: ReadonlyMap<string, string> = new Map([
  ['Enter', '↩'],
  ['Left', '←'],
  ['Right', '→'],
  ['Up', '↑'],
  ['Down', '↓'],
]);

/** Text with shortcuts in it as this system writes them: `Ctrl+Shift+M`, on macOS `⇧⌘M`. */
export function shownKeys(text: string, mac = isMac): string {
  if (!mac) return text;
  return text.replaceAll(/((?:(?:Ctrl|Shift|Alt)\+)+)(\w+|\S)/g, (_all, held: string, key: string) => {
    const modifiers = [
      held.includes('Alt+') ? '⌥' : '',
      held.includes('Shift+') ? '⇧' : '',
      held.includes('Ctrl+') ? '⌘' : '',
    ].join('');
    const isWord = /^[a-z]{2}/.test(key);
    return `${modifiers}${isWord ? ' ' : ''}${signs.get(key) ?? key}`;
  });
}
