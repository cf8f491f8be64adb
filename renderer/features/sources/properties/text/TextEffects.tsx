/** What lies around a text's letters, and where its lines break: each off until it is switched on. */
import { SwitchField } from '../../../../ui/controls/Field.tsx';
import { ColourField } from '../../../../ui/editing/ColourField.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import type { TextPropertiesProps } from './text-input.ts';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

const newOutline = { widthPx: 4, colour: '#000000ff' };
const newShadow = { offsetX: 4, offsetY: 4, blurPx: 6, colour: '#000000c0' };
const NEW_WRAP = 640;
const shadowNumbers = () =>
  [
    { key: 'offsetX', label: texts.properties.x, name: texts.properties.shadowX, min: -500, max: 500 },
    { key: 'offsetY', label: texts.properties.y, name: texts.properties.shadowY, min: -500, max: 500 },
    { key: 'blurPx', label: texts.properties.blur, name: texts.properties.shadowBlur, min: 0, max: 200 },
  ] as const;

export function TextEffects({ input, onChange }: TextPropertiesProps) {
  const { outline, shadow, wrapWidth } = input;
  return (
    <>
      <SwitchField
        label={texts.properties.outline}
        isOn={outline !== undefined}
        onChange={(isOn) => onChange({ ...input, outline: isOn ? newOutline : undefined }, undefined)}
      />
      {outline === undefined ? undefined : (
        <>
          <NumberField
            label={texts.properties.width}
            name={texts.properties.outlineWidth}
            unit={texts.properties.pixels}
            value={outline.widthPx}
            min={0}
            max={200}
            onChange={(widthPx, gestureId) =>
              onChange({ ...input, outline: { ...outline, widthPx } }, gestureId)
            }
          />
          <ColourField
            label={texts.properties.outlineColour}
            value={outline.colour}
            onChange={(colour, gestureId) =>
              onChange({ ...input, outline: { ...outline, colour } }, gestureId)
            }
          />
        </>
      )}
      <SwitchField
        label={texts.properties.shadow}
        isOn={shadow !== undefined}
        onChange={(isOn) => onChange({ ...input, shadow: isOn ? newShadow : undefined }, undefined)}
      />
      {shadow === undefined ? undefined : (
        <>
          <div className={css['pair']}>
            {shadowNumbers().map(({ key, label, name, min, max }) => (
              <NumberField
                key={key}
                label={label}
                name={name}
                unit={texts.properties.pixels}
                value={shadow[key]}
                min={min}
                max={max}
                onChange={(value, gestureId) =>
                  onChange({ ...input, shadow: { ...shadow, [key]: value } }, gestureId)
                }
              />
            ))}
          </div>
          <ColourField
            label={texts.properties.shadowColour}
            value={shadow.colour}
            onChange={(colour, gestureId) => onChange({ ...input, shadow: { ...shadow, colour } }, gestureId)}
          />
        </>
      )}
      <SwitchField
        label={texts.properties.wrap}
        isOn={wrapWidth !== undefined}
        onChange={(isOn) => onChange({ ...input, wrapWidth: isOn ? NEW_WRAP : undefined }, undefined)}
      />
      {wrapWidth === undefined ? undefined : (
        <NumberField
          label={input.isVertical === true ? texts.properties.height : texts.properties.width}
          name={input.isVertical === true ? texts.sourceSettings.columnHeight : texts.properties.wrapWidth}
          unit={texts.properties.pixels}
          value={wrapWidth}
          min={1}
          max={8192}
          onChange={(width, gestureId) => onChange({ ...input, wrapWidth: width }, gestureId)}
        />
      )}
    </>
  );
}
