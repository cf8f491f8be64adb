/**
 * A fader in decibels (ARIA slider, by the platform's own range): arrows by 0.5 dB, Page by 3 dB, Home is off, End is +12 dB, and a
 * double click is 0 dB. Everything from the focus or from the press on is one gesture.
 */
import { useState } from 'react';
import { useGesture } from '../../../ui/editing/use-gesture.ts';
import { texts } from '../../../../shared/text/text.ts';
import { gainOfLevel, levelAfterKey, levelOfGain, levelOfPosition, positionOfLevel } from './fader-taper.ts';
import css from './Fader.module.css';

export interface FaderProps {
  /** The channel's. */
  readonly name: string;
  /** Linear. */
  readonly gain: number;
  readonly isVertical?: boolean;
  readonly onChange: (gain: number, gestureId: string) => void;
}

/** Of the way: finer than a pixel. */
const STEP = 0.001;

export function Fader({ name, gain, isVertical = false, onChange }: FaderProps) {
  const gesture = useGesture();
  /** Until the document has it: keys in a row step from here. */
  const [pending, setPending] = useState<{ readonly levelDb: number; readonly gain: number }>();
  if (pending?.gain === gain) setPending(undefined);
  const levelDb = pending?.levelDb ?? levelOfGain(gain);
  const set = (next: number) => {
    const nextGain = gainOfLevel(next);
    setPending({ levelDb: next, gain: nextGain });
    onChange(nextGain, gesture.id());
  };
  return (
    <input
      type="range"
      className={css['fader']}
      data-vertical={isVertical}
      aria-orientation={isVertical ? 'vertical' : 'horizontal'}
      aria-label={texts.mixer.fader(name)}
      aria-valuetext={texts.mixer.decibels(levelDb)}
      min={0}
      max={1}
      step={STEP}
      value={positionOfLevel(levelDb)}
      onFocus={gesture.begin}
      onPointerDown={gesture.begin}
      onBlur={() => setPending(undefined)}
      onDoubleClick={() => {
        gesture.begin();
        set(0);
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = levelAfterKey(levelDb, event.key);
        if (next === undefined) return;
        event.preventDefault();
        set(next);
      }}
      onChange={({ target }) => set(levelOfPosition(target.valueAsNumber))}
    />
  );
}
