/** How much an item covers what lies behind: a slider with its number. */
import { useState } from 'react';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { useGesture } from '../../../ui/editing/use-gesture.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface OpacityFieldProps {
  /** 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number, gestureId: string) => void;
}

export function OpacityField({ value, onChange }: OpacityFieldProps) {
  const gesture = useGesture();
  const [dragged, setDragged] = useState<number>();
  const percent = Math.round(value * 100);
  const end = () => setDragged(undefined);
  return (
    <div className={css['opacity']}>
      <span className={css['label']} aria-hidden>
        {texts.properties.opacity}
      </span>
      <input
        type="range"
        aria-label={texts.properties.opacitySlider}
        className={css['range']}
        min={0}
        max={100}
        value={dragged ?? percent}
        onFocus={gesture.begin}
        onPointerDown={gesture.begin}
        onPointerUp={end}
        onBlur={end}
        onChange={({ target }) => {
          setDragged(target.valueAsNumber);
          onChange(target.valueAsNumber / 100, gesture.id());
        }}
      />
      <NumberField
        label=""
        name={texts.properties.opacity}
        unit={texts.properties.percent}
        value={percent}
        min={0}
        max={100}
        onChange={(typed, gestureId) => onChange(typed / 100, gestureId)}
      />
    </div>
  );
}
