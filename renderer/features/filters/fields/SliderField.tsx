/** A number between two ends: a slider with its number. What is dragged at once is one step of undo. */
import { useState } from 'react';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { useGesture } from '../../../ui/editing/use-gesture.ts';
import { texts } from '../../../../shared/text/text.ts';
import type { Slider } from './slider.ts';
import css from '../filters.module.css';

export interface SliderFieldProps extends Omit<Slider, 'key'> {
  readonly value: number;
  readonly onChange: (value: number, gestureId: string) => void;
}

export function SliderField(props: SliderFieldProps) {
  const { label, value, min, max, step, onChange } = props;
  const gesture = useGesture();
  const [dragged, setDragged] = useState<number>();
  const end = () => setDragged(undefined);
  return (
    <div className={css['slider']}>
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      <input
        type="range"
        aria-label={texts.filters.slider(label)}
        className={css['range']}
        min={min}
        max={max}
        step={step}
        value={dragged ?? value}
        onFocus={gesture.begin}
        onPointerDown={gesture.begin}
        onPointerUp={end}
        onBlur={end}
        onChange={({ target }) => {
          setDragged(target.valueAsNumber);
          onChange(target.valueAsNumber, gesture.id());
        }}
      />
      <NumberField {...props} label="" name={label} />
    </div>
  );
}
