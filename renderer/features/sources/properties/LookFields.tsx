/** How an item lies over what is behind it: blend mode, round corners, and what its picture is scaled by. */
import type { Item } from '../../../../shared/studio/document-schema.ts';
import { blendModes, scaleFilters } from '../../../../shared/studio/filters/look.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface LookFieldsProps {
  readonly sceneId: string;
  readonly item: Item;
  readonly canvas: Size;
}

export function LookFields({ sceneId, item, canvas }: LookFieldsProps) {
  const edit = useEdit();
  const set = (change: Partial<Item>, gestureId?: string) =>
    edit({ type: 'setItem', sceneId, itemId: item.id, ...change, gestureId });
  const half = canvas.height / 2;
  return (
    <>
      <label className={css['choice']}>
        {texts.look.blendMode}
        <select
          className={css['input']}
          value={item.blendMode ?? 'normal'}
          onChange={({ target }) => set({ blendMode: blendModes.find((each) => each === target.value) })}
        >
          {blendModes.map((mode) => (
            <option key={mode} value={mode}>
              {texts.look.blendModes[mode]}
            </option>
          ))}
        </select>
      </label>
      <label className={css['choice']}>
        {texts.look.scaleFilter}
        <select
          className={css['input']}
          value={item.scaleFilter ?? 'auto'}
          onChange={({ target }) => set({ scaleFilter: scaleFilters.find((each) => each === target.value) })}
        >
          {scaleFilters.map((filter) => (
            <option key={filter} value={filter}>
              {texts.look.scaleFilters[filter]}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={texts.look.cornerRadius}
        unit={texts.properties.pixels}
        value={(item.cornerRadius ?? 0) * half}
        min={0}
        max={canvas.height}
        onChange={(radius, gestureId) => set({ cornerRadius: radius / half }, gestureId)}
      />
    </>
  );
}
