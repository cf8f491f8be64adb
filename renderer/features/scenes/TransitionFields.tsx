/** A transition: its kind, how long it takes, and what the kind needs. */
import type { Transition, WipePattern } from '../../../shared/studio/transition.ts';
import { wipePatterns } from '../../../shared/studio/transition.ts';
import { ColourField } from '../../ui/editing/ColourField.tsx';
import { NumberField } from '../../ui/editing/NumberField.tsx';
import { defaultTransition } from '../../../shared/studio/transition.ts';
import type { Source } from '../../../shared/studio/document-schema.ts';
import { isCaptured } from '../../../shared/studio/inputs.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { StingerFields } from './StingerFields.tsx';
import { chooseStinger } from './choose-stinger.ts';
import type { Stinger } from './choose-stinger.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './TransitionFields.module.css';

export interface TransitionFieldsProps {
  /** Undefined: that of the canvas. */
  readonly transition: Transition | undefined;
  /** The words for no transition of its own, where there may be none. */
  readonly inherited?: string;
  /** All, unless said. */
  readonly kinds?: readonly Transition['kind'][];
  readonly label?: string;
  /** Whether a file can be chosen for a stinger: what is made of it stays once a transition of the document plays it. */
  readonly mayChooseFile?: boolean;
  readonly onChange: (transition: Transition | undefined, gestureId: string | undefined) => void;
}

const allKinds = ['cut', 'fade', 'fadeToColour', 'slide', 'push', 'wipe', 'lumaWipe', 'stinger'] as const;
const directions = ['left', 'right', 'up', 'down'] as const;

export function TransitionFields({
  transition,
  inherited,
  kinds = allKinds,
  label = texts.transitions.label,
  mayChooseFile = true,
  onChange,
}: TransitionFieldsProps) {
  const change = onChange;
  const services = useServices();
  const studio = useSettings((settings) => settings.studio);
  const stingers = studio.sources.filter(mayBeStinger);
  const offered = kinds.filter((kind) => kind !== 'stinger' || mayChooseFile || stingers.length > 0);
  const chooseFile = (before: Stinger | undefined) =>
    runOrShowError(
      services,
      chooseStinger(services, before).then((chosen) => {
        if (chosen !== undefined) change(chosen.transition, chosen.gestureId);
      }),
    );
  return (
    <div className={css['fields']}>
      <select
        className={css['select']}
        aria-label={label}
        value={transition?.kind ?? ''}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each === target.value);
          if (kind === 'stinger' && stingers.length === 0) return chooseFile(undefined);
          change(kind === undefined ? undefined : ofKind(kind, transition, stingers[0]?.id), undefined);
        }}
      >
        {inherited === undefined ? undefined : <option value="">{inherited}</option>}
        {offered.map((kind) => (
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
      {transition?.kind === 'lumaWipe' ? (
        <>
          <select
            className={css['select']}
            aria-label={texts.transitions.pattern}
            value={transition.pattern}
            onChange={({ target }) => {
              const pattern = wipePatterns.find((each) => each === target.value);
              if (pattern !== undefined) change({ ...transition, pattern }, undefined);
            }}
          >
            {wipePatterns.map((pattern: WipePattern) => (
              <option key={pattern} value={pattern}>
                {texts.transitions.patterns[pattern]}
              </option>
            ))}
          </select>
          <div className={css['duration']}>
            <NumberField
              label=""
              name={texts.transitions.softness}
              unit={texts.transitions.percent}
              value={Math.round(transition.softness * 100)}
              min={0}
              max={100}
              step={5}
              onChange={(percent, gestureId) => change({ ...transition, softness: percent / 100 }, gestureId)}
            />
          </div>
          <label className={css['inverted']}>
            <input
              type="checkbox"
              checked={transition.isInverted}
              onChange={({ target }) => change({ ...transition, isInverted: target.checked }, undefined)}
            />
            {texts.transitions.inverted}
          </label>
        </>
      ) : undefined}
      {transition?.kind === 'stinger' ? (
        <StingerFields
          transition={transition}
          sources={stingers}
          onChoose={mayChooseFile ? () => chooseFile(transition) : undefined}
          onChange={change}
        />
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

/** What plays or is drawn, and not what is captured. */
function mayBeStinger({ kind, input }: Source): boolean {
  return kind === 'video' && input.type !== 'scene' && !isCaptured(input);
}

/** Keeps how long the old one took. */
function ofKind(
  kind: Transition['kind'],
  before: Transition | undefined,
  stingerId: string | undefined,
): Transition {
  const { durationMs } = before !== undefined && 'durationMs' in before ? before : { durationMs: DEFAULT_MS };
  const direction = before !== undefined && 'direction' in before ? before.direction : 'left';
  switch (kind) {
    case 'cut':
      return { kind };
    case 'fade':
      return { kind, durationMs };
    case 'fadeToColour':
      return { kind, durationMs, colour: '#000000ff' };
    case 'stinger':
      return stingerId === undefined
        ? defaultTransition
        : { kind, durationMs: 1000, sourceId: stingerId, cutMs: 500 };
    case 'lumaWipe':
      return { kind, durationMs, pattern: 'right', softness: 0.03, isInverted: false };
    default:
      return { kind, durationMs, direction };
  }
}

const DEFAULT_MS = 'durationMs' in defaultTransition ? defaultTransition.durationMs : 300;
