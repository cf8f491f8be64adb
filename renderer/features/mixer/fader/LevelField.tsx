/** The fader's figure, which can be typed over: Enter and leaving the field keep what is a level, Escape doesn't. */
import { useState } from 'react';
import { useGesture } from '../../../ui/editing/use-gesture.ts';
import { texts } from '../../../../shared/text/text.ts';
import { gainOfLevel, levelOfGain, readLevel } from './fader-taper.ts';
import css from './LevelField.module.css';

export interface LevelFieldProps {
  /** The channel's. */
  readonly name: string;
  /** Linear. */
  readonly gain: number;
  readonly onChange: (gain: number, gestureId: string) => void;
}

export function LevelField({ name, gain, onChange }: LevelFieldProps) {
  const gesture = useGesture();
  const [draft, setDraft] = useState<string>();
  const keep = () => {
    const levelDb = draft === undefined ? undefined : readLevel(draft);
    setDraft(undefined);
    if (levelDb === undefined) return;
    onChange(gainOfLevel(levelDb), gesture.id());
    gesture.begin();
  };
  return (
    <input
      className={css['level']}
      aria-label={texts.mixer.level(name)}
      aria-invalid={draft !== undefined && readLevel(draft) === undefined}
      autoComplete="off"
      spellCheck={false}
      value={draft ?? texts.mixer.decibels(levelOfGain(gain))}
      onFocus={(event) => {
        gesture.begin();
        event.target.select();
      }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') setDraft(undefined);
        else return;
        event.preventDefault();
        event.currentTarget.select();
      }}
    />
  );
}
