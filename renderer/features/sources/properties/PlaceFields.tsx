/** Where an item stands, in pixels of the canvas: position, size, rotation, crop, and how much of it covers what lies behind. */
import { useState } from 'react';
import { Link2, Link2Off } from 'lucide-react';
import { boxOf, transformFrom } from '../../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../../shared/studio/geometry/edit-transform.ts';
import { canvasSizeOf } from '../../../../shared/studio/document.ts';
import type { Item, Scene } from '../../../../shared/studio/document-schema.ts';
import { MAX_CROP } from '../../../../shared/studio/transform-limits.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import { useCapture, useServices, useSettings } from '../../../state/services.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { frameAfter } from '../group-frame.ts';
import { itemSize } from '../source-size.ts';
import { LookFields } from './LookFields.tsx';
import { OpacityField } from './OpacityField.tsx';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface PlaceFieldsProps {
  readonly scene: Scene;
  readonly item: Item;
}

/** Canvas pixels; the document holds more than any canvas needs. */
const FAR = 30_000;

export function PlaceFields({ scene, item }: PlaceFieldsProps) {
  const { settings, capture } = useServices();
  const edit = useEdit();
  const studio = useSettings((settings) => settings.studio);
  const canvas = canvasSizeOf(studio, scene.id);
  const video = useCapture(({ videos }) => videos[item.sourceId]);
  const drawn = useCapture(({ drawnSizes }) => drawnSizes[item.sourceId]);
  const [isOpen, setIsOpen] = useState(scene.items.length > 1);
  const [isLinked, setIsLinked] = useState(true);
  const size = itemSize(studio, item, canvas, { video, drawn }, canvas) ?? canvas;
  const { transform, isLocked } = item;
  const box = boxOf(transform, size, canvas);
  const hasBounds = transform.bounds.type !== 'none';
  const send = (next: Transform, gestureId: string) => {
    const transforms = [{ itemId: item.id, transform: next }];
    const now = settings.store.getState().studio;
    const frame = frameAfter(now, capture.store.getState(), scene.id, transforms);
    edit({ type: 'setTransform', sceneId: scene.id, transforms, gestureId, ...(frame && { frame }) });
  };
  /** From what the document says now: another field may have changed it. */
  const newest = (): Transform => {
    const { scenes } = settings.store.getState().studio;
    const now = scenes.find(({ id }) => id === scene.id)?.items.find(({ id }) => id === item.id);
    return now?.transform ?? transform;
  };
  const changeBox = (change: (before: ItemBox) => Partial<ItemBox>, gestureId: string) => {
    const from = newest();
    const before = boxOf(from, size, canvas);
    send(transformFrom(from, { box: { ...before, ...change(before) } }, size, canvas), gestureId);
  };
  const changeSide = (side: 'width' | 'height', value: number, gestureId: string) =>
    changeBox((before) => {
      const other = side === 'width' ? 'height' : 'width';
      const isKept = isLinked && !hasBounds && before[side] > 0;
      return { [side]: value, ...(isKept && { [other]: (before[other] * value) / before[side] }) };
    }, gestureId);
  const number = { decimals: 1, isDisabled: isLocked, unit: texts.properties.pixels };
  return (
    <details
      className={css['place']}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{texts.properties.place}</summary>
      <div className={css['fields']}>
        {isLocked ? <p className={css['note']}>{texts.properties.locked}</p> : undefined}
        <div className={css['pair']}>
          {(['x', 'y'] as const).map((axis) => (
            <NumberField
              key={axis}
              {...number}
              label={texts.properties[axis]}
              name={texts.properties.positionNames[axis]}
              value={box[axis]}
              min={-FAR}
              max={FAR}
              onChange={(value, gestureId) => changeBox(() => ({ [axis]: value }), gestureId)}
            />
          ))}
          {(['width', 'height'] as const).map((side) => (
            <NumberField
              key={side}
              {...number}
              label={texts.properties[side]}
              name={texts.properties.sizeNames[side]}
              value={box[side]}
              min={1}
              max={FAR}
              onChange={(value, gestureId) => changeSide(side, value, gestureId)}
            />
          ))}
          <NumberField
            {...number}
            label={texts.properties.rotation}
            unit={texts.properties.degrees}
            value={box.rotation}
            min={-360}
            max={360}
            onChange={(rotation, gestureId) => changeBox(() => ({ rotation }), gestureId)}
          />
          {hasBounds ? undefined : (
            <IconButton
              label={texts.properties.keepProportions}
              aria-pressed={isLinked}
              disabled={isLocked}
              icon={isLinked ? <Link2 size={14} aria-hidden /> : <Link2Off size={14} aria-hidden />}
              onClick={() => setIsLinked(!isLinked)}
            />
          )}
        </div>
        <div role="group" aria-label={texts.properties.crop}>
          <div className={css['label']} aria-hidden>
            {texts.properties.crop}
          </div>
          <div className={css['pair']}>
            {(['left', 'top', 'right', 'bottom'] as const).map((side) => (
              <NumberField
                key={side}
                label={texts.properties.cropSides[side]}
                name={texts.properties.cropNames[side]}
                unit={texts.properties.pixels}
                isDisabled={isLocked}
                value={transform.crop[side]}
                min={0}
                max={MAX_CROP}
                onChange={(value, gestureId) => {
                  const from = newest();
                  send({ ...from, crop: { ...from.crop, [side]: value } }, gestureId);
                }}
              />
            ))}
          </div>
        </div>
        <OpacityField
          value={item.opacity}
          onChange={(opacity, gestureId) =>
            edit({ type: 'setItem', sceneId: scene.id, itemId: item.id, opacity, gestureId })
          }
        />
        <LookFields sceneId={scene.id} item={item} canvas={canvas} />
      </div>
    </details>
  );
}
