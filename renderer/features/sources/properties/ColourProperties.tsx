/** A colour source: the colour or gradient and how large it is. */
import type { VideoInput } from '../../../../shared/studio/inputs.ts';
import { ColourField } from '../../../ui/editing/ColourField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { GradientFields } from './GradientFields.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

type ColourInput = Extract<VideoInput, { readonly type: 'colour' }>;

const MAX_SIDE = 8192;

export interface ColourPropertiesProps {
  readonly input: ColourInput;
  readonly onChange: (input: ColourInput, gestureId: string | undefined) => void;
}

export function ColourProperties({ input, onChange }: ColourPropertiesProps) {
  return (
    <div className={css['fields']}>
      <ColourField
        label={texts.properties.colour}
        value={input.colour}
        onChange={(colour, gestureId) => onChange({ ...input, colour }, gestureId)}
      />
      <GradientFields
        gradient={input.gradient}
        colour={input.colour}
        onChange={(gradient, gestureId) => onChange({ ...input, gradient }, gestureId)}
      />
      <div className={css['pair']} role="group" aria-label={texts.properties.sourceSize}>
        {(['width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={texts.properties[side]}
            name={texts.properties.sourceSides[side]}
            unit={texts.properties.pixels}
            value={input[side]}
            min={1}
            max={MAX_SIDE}
            onChange={(value, gestureId) => onChange({ ...input, [side]: value }, gestureId)}
          />
        ))}
      </div>
    </div>
  );
}
