/** A transition: its kind, how long it takes, and what the kind needs. */
import type { Transition } from '../../../shared/studio/transition.ts';
import { ColourField } from '../../ui/editing/ColourField.tsx';
import { NumberField } from '../../ui/editing/NumberField.tsx';
import { defaultTransition } from '../../../shared/studio/transition.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './TransitionFields.module.css';

export interface TransitionFieldsProps {
  /** Undefined: that of the canvas. */
  readonly transition: Transition | undefined;
  /** The words for the canvas's own, where a scene may have it. */
  readonly inherited?: string;
  readonly onChange: (transition: Transition | undefined, gestureId: string | undefined) => void;
}

const kinds = ['cut', 'fade', 'fadeToColour', 'slide', 'push', 'wipe'] as const;
const directions = ['left', 'right', 'up', 'down'] as const;

export function TransitionFields({ transition, inherited, onChange }: TransitionFieldsProps) {
  const change = onChange;
  return (
    <div className={css['fields']}>
      <select
        className={css['select']}
        aria-label={texts.transitions.label}
        value={transition?.kind ?? ''}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each === target.value);
          change(kind === undefined ? undefined : ofKind(kind, transition), undefined);
        }}
      >
        {inherited === undefined ? undefined : <option value="">{inherited}</option>}
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts.transitions.kinds[kind]}
          </option>
        ))}
      </select>
      {transition === undefined || transition.kind === 'cut' ? undefined : (
        <div className={css['duration']}>
          <NumberField
            label=""
            name={texts.transitions.duration}
            unit={texts.transitions.milliseconds}
            value={transition.durationMs}
            min={50}
            max={20_000}
            step={50}
            onChange={(durationMs, gestureId) => change({ ...transition, durationMs }, gestureId)}
          />
        </div>
      )}
      {transition !== undefined && 'direction' in transition ? (
        <select
          className={css['select']}
          aria-label={texts.transitions.direction}
          value={transition.direction}
          onChange={({ target }) => {
            const direction = directions.find((each) => each === target.value);
            if (direction !== undefined) change({ ...transition, direction }, undefined);
          }}
        >
          {directions.map((direction) => (
            <option key={direction} value={direction}>
              {texts.transitions.directions[direction]}
            </option>
          ))}
        </select>
      ) : undefined}
      {transition?.kind === 'fadeToColour' ? (
        <div className={css['wide']}>
          <ColourField
            label={texts.transitions.colour}
            value={transition.colour}
            hasOpacity={false}
            onChange={(colour, gestureId) => change({ ...transition, colour }, gestureId)}
          />
        </div>
      ) : undefined}
    </div>
  );
}

/** Keeps how long the old one took. */
function ofKind(kind: Transition['kind'], before: Transition | undefined): Transition {
  const { durationMs } = before !== undefined && 'durationMs' in before ? before : { durationMs: DEFAULT_MS };
  const direction = before !== undefined && 'direction' in before ? before.direction : 'left';
  switch (kind) {
    case 'cut':
      return { kind };
    case 'fade':
      return { kind, durationMs };
    case 'fadeToColour':
      return { kind, durationMs, colour: '#000000ff' };
    default:
      return { kind, durationMs, direction };
  }
}

const DEFAULT_MS = 'durationMs' in defaultTransition ? defaultTransition.durationMs : 300;
