/** How a text moves: where to, how fast, through how long a window. */
import type { TextScroll } from '../../../../../shared/studio/drawn-inputs.ts';
import { SwitchField } from '../../../../ui/controls/Field.tsx';
import { ChoiceField } from '../../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import type { TextPropertiesProps } from './text-input.ts';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

const directions = ['left', 'right', 'up', 'down'] as const;
/** As a ticker at the foot of a canvas of 1280 by 720. */
const newScroll: TextScroll = { direction: 'left', speedPx: 120, lengthPx: 1280, gapPx: 1280 };

export function TextScrollFields({ input, onChange }: TextPropertiesProps) {
  const words = texts.sourceSettings;
  const { scroll } = input;
  const set = (change: Partial<TextScroll>, gestureId: string | undefined) => {
    if (scroll !== undefined) onChange({ ...input, scroll: { ...scroll, ...change } }, gestureId);
  };
  return (
    <>
      <SwitchField
        label={words.scroll}
        isOn={scroll !== undefined}
        onChange={(isOn) => onChange({ ...input, scroll: isOn ? newScroll : undefined }, undefined)}
      />
      {scroll === undefined ? undefined : (
        <>
          <ChoiceField
            label={words.scrollDirection}
            value={scroll.direction}
            options={directions.map((value) => ({ value, label: words.scrollDirections[value] }))}
            onChange={(direction) => set({ direction }, undefined)}
          />
          <div className={css['pair']}>
            <NumberField
              label={words.speed}
              unit={words.pixelsASecond}
              value={scroll.speedPx}
              min={1}
              max={5000}
              step={10}
              onChange={(speedPx, gestureId) => set({ speedPx }, gestureId)}
            />
            <NumberField
              label={words.window}
              name={words.windowName}
              unit={texts.properties.pixels}
              value={scroll.lengthPx}
              min={1}
              max={8192}
              step={10}
              onChange={(lengthPx, gestureId) => set({ lengthPx }, gestureId)}
            />
            <NumberField
              label={words.gap}
              name={words.gapName}
              unit={texts.properties.pixels}
              value={scroll.gapPx}
              min={0}
              max={8192}
              step={10}
              onChange={(gapPx, gestureId) => set({ gapPx }, gestureId)}
            />
          </div>
          <p className={css['note']}>{words.scrollHint}</p>
        </>
      )}
    </>
  );
}
