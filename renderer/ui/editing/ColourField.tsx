/** A colour, by the system's picker, and how much of it covers what lies behind. */
import { useId } from 'react';
import { NumberField } from './NumberField.tsx';
import { useGesture } from './use-gesture.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './editing.module.css';

export interface ColourFieldProps {
  readonly label: string;
  /** `#rrggbbaa`. */
  readonly value: string;
  readonly hasOpacity?: boolean;
  readonly onChange: (value: string, gestureId: string) => void;
}

export function ColourField({ label, value, hasOpacity = true, onChange }: ColourFieldProps) {
  const gesture = useGesture();
  const inputId = useId();
  const opaque = value.slice(0, 7);
  const alpha = value.slice(7);
  return (
    <div className={css['colourRow']}>
      <label htmlFor={inputId} className={css['rowLabel']}>
        {label}
      </label>
      <input
        id={inputId}
        type="color"
        className={css['colour']}
        value={opaque}
        onFocus={gesture.begin}
        onClick={gesture.begin}
        onChange={(event) => onChange(`${event.target.value.toLowerCase()}${alpha}`, gesture.id())}
      />
      {hasOpacity ? (
        <NumberField
          label=""
          name={texts.properties.opacityOf(label)}
          unit={texts.properties.percent}
          value={Math.round((Number.parseInt(alpha, 16) / 255) * 100)}
          min={0}
          max={100}
          onChange={(percent, gestureId) => onChange(`${opaque}${toByte(percent / 100)}`, gestureId)}
        />
      ) : undefined}
    </div>
  );
}

function toByte(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}
