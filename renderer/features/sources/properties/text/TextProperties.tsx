/** A text source: what it says and how the letters look. */
import { AlignCenter, AlignLeft, AlignRight, Bold, Italic, Strikethrough, Underline } from 'lucide-react';
import { SwitchField } from '../../../../ui/controls/Field.tsx';
import { IconButton } from '../../../../ui/controls/IconButton.tsx';
import { ColourField } from '../../../../ui/editing/ColourField.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import { FontField } from './FontField.tsx';
import { TextContentFields } from './TextContentFields.tsx';
import { GradientFields } from '../GradientFields.tsx';
import { TextScrollFields } from './TextScrollFields.tsx';
import { TextEffects } from './TextEffects.tsx';
import type { TextPropertiesProps } from './text-input.ts';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

const styles = () =>
  [
    { key: 'isBold', label: texts.properties.bold, Icon: Bold },
    { key: 'isItalic', label: texts.properties.italic, Icon: Italic },
    { key: 'isUnderlined', label: texts.properties.underlined, Icon: Underline },
    { key: 'isStruckOut', label: texts.properties.struckOut, Icon: Strikethrough },
  ] as const;
const alignments = () =>
  [
    { value: 'left', label: texts.properties.alignments.left, Icon: AlignLeft },
    { value: 'centre', label: texts.properties.alignments.centre, Icon: AlignCenter },
    { value: 'right', label: texts.properties.alignments.right, Icon: AlignRight },
  ] as const;

export function TextProperties({ sourceId, input, onChange }: TextPropertiesProps) {
  return (
    <div className={css['fields']}>
      <TextContentFields sourceId={sourceId} input={input} onChange={onChange} />
      <FontField family={input.family} onChange={(family) => onChange({ ...input, family }, undefined)} />
      <div className={css['buttons']} role="group" aria-label={texts.properties.style}>
        {styles().map(({ key, label, Icon }) => (
          <IconButton
            key={key}
            label={label}
            aria-pressed={input[key]}
            icon={<Icon size={14} aria-hidden />}
            onClick={() => onChange({ ...input, [key]: !input[key] }, undefined)}
          />
        ))}
        <span className={css['size']}>
          <NumberField
            label=""
            name={texts.properties.size}
            unit={texts.properties.pixels}
            value={input.sizePx}
            min={1}
            max={2000}
            onChange={(sizePx, gestureId) => onChange({ ...input, sizePx }, gestureId)}
          />
        </span>
      </div>
      <div className={css['buttons']} role="group" aria-label={texts.properties.alignment}>
        {alignments().map(({ value, label, Icon }) => (
          <IconButton
            key={value}
            label={label}
            aria-pressed={input.alignment === value}
            icon={<Icon size={14} aria-hidden />}
            onClick={() => onChange({ ...input, alignment: value }, undefined)}
          />
        ))}
        <span className={css['size']}>
          <NumberField
            label=""
            name={texts.properties.lineSpacing}
            unit={texts.properties.times}
            value={input.lineSpacing}
            min={0.5}
            max={5}
            step={0.1}
            decimals={2}
            onChange={(lineSpacing, gestureId) => onChange({ ...input, lineSpacing }, gestureId)}
          />
        </span>
      </div>
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
      <ColourField
        label={texts.properties.background}
        value={input.background}
        onChange={(background, gestureId) => onChange({ ...input, background }, gestureId)}
      />
      <TextEffects sourceId={sourceId} input={input} onChange={onChange} />
      <SwitchField
        label={texts.sourceSettings.vertical}
        isOn={input.isVertical === true}
        onChange={(isOn) => onChange({ ...input, isVertical: isOn ? true : undefined }, undefined)}
      />
      <TextScrollFields sourceId={sourceId} input={input} onChange={onChange} />
    </div>
  );
}
