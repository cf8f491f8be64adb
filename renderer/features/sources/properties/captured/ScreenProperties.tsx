/** Which part of a screen or window shows: all of it, or a region by numbers or on a picture of it. */
import { useState } from 'react';
import type { CapturedInput } from '../../../../../shared/studio/inputs.ts';
import { regionOn } from '../../../../../shared/studio/captured/region.ts';
import { MIN_REGION } from '../../../../../shared/studio/captured/region-schema.ts';
import type { PixelRectangle } from '../../../../../shared/studio/captured/region.ts';
import type { Region } from '../../../../../shared/studio/captured/region-schema.ts';
import { useCapture } from '../../../../state/services.ts';
import { Button } from '../../../../ui/controls/Button.tsx';
import { SwitchField } from '../../../../ui/controls/Field.tsx';
import { NumberField } from '../../../../ui/editing/NumberField.tsx';
import { RegionDialog } from './RegionDialog.tsx';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

type ScreenInput = Extract<CapturedInput, { readonly type: 'screen' }>;

export interface ScreenPropertiesProps {
  readonly sourceId: string;
  readonly input: ScreenInput;
  readonly onChange: (input: ScreenInput, gestureId: string | undefined) => void;
}

const edges = ['x', 'y', 'width', 'height'] as const;

export function ScreenProperties({ sourceId, input, onChange }: ScreenPropertiesProps) {
  const words = texts.sourceSettings;
  const whole = useCapture(({ videos }) => videos[sourceId]?.whole);
  const [isSelecting, setIsSelecting] = useState(false);
  const [isOpen, setIsOpen] = useState(input.region !== undefined);
  const { region } = input;
  if (whole === undefined) return undefined;
  const shown = region === undefined ? undefined : regionOn(region, whole);
  const choose = (part: PixelRectangle, gestureId: string | undefined) =>
    onChange({ ...input, region: toRegion(part, whole) }, gestureId);
  return (
    <details
      className={css['place']}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{words.part}</summary>
      <div className={css['fields']}>
        <SwitchField
          label={words.region}
          isOn={region !== undefined}
          onChange={(isOn) =>
            onChange(
              { ...input, region: isOn ? toRegion({ x: 0, y: 0, ...whole }, whole) : undefined },
              undefined,
            )
          }
        />
        {shown === undefined ? undefined : (
          <>
            <div className={css['pair']} role="group" aria-label={words.part}>
              {edges.map((edge) => (
                <NumberField
                  key={edge}
                  label={texts.properties[edge]}
                  name={words.regionNames[edge]}
                  unit={texts.properties.pixels}
                  value={shown[edge]}
                  min={edge === 'x' || edge === 'y' ? 0 : MIN_REGION}
                  max={edge === 'x' || edge === 'width' ? whole.width : whole.height}
                  onChange={(value, gestureId) => choose({ ...shown, [edge]: value }, gestureId)}
                />
              ))}
            </div>
            <Button size="small" onClick={() => setIsSelecting(true)}>
              {words.selectRegion}
            </Button>
            {isSelecting ? (
              <RegionDialog
                sourceId={sourceId}
                whole={whole}
                region={shown}
                onClose={() => setIsSelecting(false)}
                onChoose={(part) => {
                  setIsSelecting(false);
                  choose(part, undefined);
                }}
              />
            ) : undefined}
          </>
        )}
      </div>
    </details>
  );
}

function toRegion({ x, y, width, height }: PixelRectangle, of: Region['of']): Region {
  return {
    ...{ x, y, width: Math.max(MIN_REGION, width), height: Math.max(MIN_REGION, height) },
    of: { width: of.width, height: of.height },
  };
}
