/** A gradient in place of one colour: its angle, and its colours from the beginning to the end. */
import { Plus, Trash2 } from 'lucide-react';
import { MAX_STOPS } from '../../../../shared/studio/drawn-inputs.ts';
import type { Gradient } from '../../../../shared/studio/drawn-inputs.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SwitchField } from '../../../ui/controls/Field.tsx';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { ColourField } from '../../../ui/editing/ColourField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface GradientFieldsProps {
  readonly gradient: Gradient | undefined;
  /** The colour that a new gradient begins with. */
  readonly colour: string;
  readonly onChange: (gradient: Gradient | undefined, gestureId: string | undefined) => void;
}

const LAST_COLOUR = '#101828ff';

export function GradientFields({ gradient, colour, onChange }: GradientFieldsProps) {
  const words = texts.sourceSettings;
  const setStop = (index: number, change: Partial<Gradient['stops'][number]>, gestureId: string) => {
    if (gradient === undefined) return;
    const stops = gradient.stops.map((stop, at) => (at === index ? { ...stop, ...change } : stop));
    onChange({ ...gradient, stops }, gestureId);
  };
  return (
    <>
      <SwitchField
        label={words.gradient}
        isOn={gradient !== undefined}
        onChange={(isOn) => onChange(isOn ? newGradient(colour) : undefined, undefined)}
      />
      {gradient === undefined ? undefined : (
        <>
          <NumberField
            label={words.angle}
            unit={texts.properties.degrees}
            value={gradient.angle}
            min={-360}
            max={360}
            onChange={(angle, gestureId) => onChange({ ...gradient, angle }, gestureId)}
          />
          {gradient.stops.map((stop, index) => (
            // A stop has nothing but its place in the list.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={css['stop']} role="group" aria-label={words.stop(index + 1)}>
              <ColourField
                label={words.stop(index + 1)}
                value={stop.colour}
                onChange={(next, gestureId) => setStop(index, { colour: next }, gestureId)}
              />
              <span className={css['stopPlace']}>
                <NumberField
                  label={words.stopAt}
                  name={words.stopAtName(index + 1)}
                  unit={texts.properties.percent}
                  value={Math.round(stop.at * 100)}
                  min={0}
                  max={100}
                  onChange={(percent, gestureId) => setStop(index, { at: percent / 100 }, gestureId)}
                />
                <IconButton
                  label={words.removeStop(index + 1)}
                  disabled={gradient.stops.length <= 2}
                  icon={<Trash2 size={14} aria-hidden />}
                  onClick={() =>
                    onChange(
                      { ...gradient, stops: gradient.stops.filter((_, at) => at !== index) },
                      undefined,
                    )
                  }
                />
              </span>
            </div>
          ))}
          <Button
            size="small"
            disabled={gradient.stops.length >= MAX_STOPS}
            onClick={() => onChange(withNewStop(gradient), undefined)}
          >
            <Plus size={14} aria-hidden />
            {words.addStop}
          </Button>
        </>
      )}
    </>
  );
}

function newGradient(colour: string): Gradient {
  return {
    angle: 90,
    stops: [
      { at: 0, colour },
      { at: 1, colour: LAST_COLOUR },
    ],
  };
}

/** Halfway to the last one, in its colour. */
function withNewStop(gradient: Gradient): Gradient {
  const { stops } = gradient;
  const last = stops.at(-1) ?? { at: 1, colour: LAST_COLOUR };
  const before = stops.at(-2) ?? last;
  const next = { at: (before.at + last.at) / 2, colour: last.colour };
  return { ...gradient, stops: [...stops.slice(0, -1), next, last] };
}
