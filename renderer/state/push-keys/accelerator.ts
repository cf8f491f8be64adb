/** A key as Electron writes accelerators: `F8`, `Control+Shift+M`. Pure. */

export interface PressedKey {
  readonly key: string;
  /** The place on the keyboard, so that Shift and the layout don't matter: `KeyM`, `Digit1`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);
/** Of keys whose names differ. */
const names: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['NumpadAdd', 'numadd'],
  ['NumpadSubtract', 'numsub'],
  ['NumpadMultiply', 'nummult'],
  ['NumpadDivide', 'numdiv'],
  ['NumpadDecimal', 'numdec'],
  ['Minus', '-'],
  ['Equal', '='],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Backquote', '`'],
  ['Backslash', '\\'],
  ['Comma', ','],
  ['Period', '.'],
  ['Slash', '/'],
]);
const SAME_NAME = /^(F([1-9]|1\d|2[0-4])|Space|Insert|Delete|Home|End|PageUp|PageDown|Backspace)$/u;

/** Undefined for what can't be held by itself: a modifier, and keys that move through the window. */
export function acceleratorOf(pressed: PressedKey): string | undefined {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = pressed;
  if (MODIFIERS.has(key)) return undefined;
  const name = nameOf(code);
  if (name === undefined) return undefined;
  const modifiers = [
    ...(ctrlKey ? ['Control'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    ...(metaKey ? ['Super'] : []),
  ];
  return [...modifiers, name].join('+');
}

function nameOf(code: string): string | undefined {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1] ?? /^Digit(\d)$/u.exec(code)?.[1];
  if (letter !== undefined) return letter;
  const pad = /^Numpad(\d)$/u.exec(code)?.[1];
  if (pad !== undefined) return `num${pad}`;
  return names.get(code) ?? (SAME_NAME.test(code) ? code : undefined);
}
