/** What a key does in the editor. Pure. */
import type { Point } from '../../../../shared/studio/geometry/placement.ts';
import { TURN_STEP } from '../geometry/turn.ts';
import { hasCommandKey, isMac, keyName } from '../../../ui/keyboard/shortcut-keys.ts';

export type EditorAction =
  /** Canvas pixels. */
  | { readonly type: 'move'; readonly shift: Point }
  /** The box grows to the right or downwards by so many pixels, and keeps its ratio. */
  | { readonly type: 'resize'; readonly side: 'width' | 'height'; readonly by: number }
  | { readonly type: 'turn'; readonly degrees: number }
  /** Forward is towards the front. */
  | {
      readonly type: 'choose';
      readonly to: 'forward' | 'backward' | 'front' | 'back';
      readonly isMore: boolean;
    }
  | { readonly type: 'order'; readonly to: 'forward' | 'backward' }
  | {
      readonly type:
        | ('group' | 'ungroup' | 'open')
        | ('selectAll' | 'clear' | 'remove' | 'duplicate')
        | ('copy' | 'paste' | 'copyTransform' | 'pasteTransform');
    };

export interface Key {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const LARGE_STEP = 10;

const directions: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

type Actions = ReadonlyMap<string, EditorAction>;

const plain: Actions = new Map<string, EditorAction>([
  ['Delete', { type: 'remove' }],
  ['Backspace', { type: 'remove' }],
  ['Escape', { type: 'clear' }],
  ['Enter', { type: 'open' }],
]);

const chosen: ReadonlyMap<string, 'forward' | 'backward' | 'front' | 'back'> = new Map([
  ['PageUp', 'forward'],
  ['PageDown', 'backward'],
  ['Home', 'front'],
  ['End', 'back'],
] as const);

const withCtrl: Actions = new Map<string, EditorAction>([
  ['A', { type: 'selectAll' }],
  ['D', { type: 'duplicate' }],
  ['G', { type: 'group' }],
  ['C', { type: 'copy' }],
  ['V', { type: 'paste' }],
]);

const withCtrlAndShift: Actions = new Map<string, EditorAction>([
  ['G', { type: 'ungroup' }],
  ['C', { type: 'copyTransform' }],
  ['V', { type: 'pasteTransform' }],
]);

/** Undefined for a key that isn't the editor's. */
export function editorAction(press: Key, mac = isMac): EditorAction | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = press;
  if (mac ? ctrlKey : metaKey) return undefined;
  const isCtrl = hasCommandKey(press, mac);
  const direction = directions.get(key);
  if (altKey) {
    if (direction === undefined || direction.y === 0 || isCtrl || shiftKey) return undefined;
    return { type: 'order', to: direction.y < 0 ? 'forward' : 'backward' };
  }
  if (direction !== undefined) {
    const step = shiftKey ? LARGE_STEP : 1;
    if (!isCtrl) return { type: 'move', shift: { x: direction.x * step, y: direction.y * step } };
    return direction.x === 0
      ? { type: 'resize', side: 'height', by: direction.y * step }
      : { type: 'resize', side: 'width', by: direction.x * step };
  }
  if (isCtrl) return (shiftKey ? withCtrlAndShift : withCtrl).get(keyName(press));
  const to = chosen.get(key);
  if (to !== undefined) return { type: 'choose', to, isMore: shiftKey };
  if (keyName(press) === 'R') return { type: 'turn', degrees: shiftKey ? -TURN_STEP : TURN_STEP };
  return plain.get(key);
}
