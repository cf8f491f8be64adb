/** Sources that show image files: which ones, and how long each of several. A person chooses files in main's own dialog. */
import type { SlideshowInput, VideoInput } from '../../../../shared/studio/inputs.ts';
import { runOrShowError, useServices } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './properties.module.css';

export interface ImagePropertiesProps {
  readonly sourceId: string;
  readonly input: Extract<VideoInput, { readonly type: 'image' }>;
}

export function ImageProperties({ sourceId, input }: ImagePropertiesProps) {
  const services = useServices();
  const choose = () =>
    runOrShowError(services, services.client.invoke('sourceFiles:chooseImage', { sourceId }));
  return (
    <div className={css['fields']}>
      <p className={css['note']} title={input.path}>
        <bdi>{texts.properties.fileName(input.path)}</bdi>
      </p>
      <Button size="small" onClick={choose}>
        {texts.properties.chooseFile}
      </Button>
    </div>
  );
}

export interface SlideshowPropertiesProps {
  readonly sourceId: string;
  readonly input: SlideshowInput;
  readonly onChange: (input: SlideshowInput, gestureId: string | undefined) => void;
}

const orders = ['loop', 'once', 'random'] as const;

export function SlideshowProperties({ sourceId, input, onChange }: SlideshowPropertiesProps) {
  const services = useServices();
  const choose = () =>
    runOrShowError(services, services.client.invoke('sourceFiles:chooseSlides', { sourceId }));
  return (
    <div className={css['fields']}>
      <p className={css['note']}>{texts.properties.images(input.paths.length)}</p>
      <Button size="small" onClick={choose}>
        {texts.properties.chooseImages}
      </Button>
      <div className={css['pair']}>
        <NumberField
          label={texts.properties.slideSeconds}
          unit={texts.properties.seconds}
          value={input.slideMs / 1000}
          min={0.1}
          max={86_400}
          decimals={1}
          onChange={(seconds, gestureId) =>
            onChange({ ...input, slideMs: Math.round(seconds * 1000) }, gestureId)
          }
        />
        <NumberField
          label={texts.properties.fadeSeconds}
          unit={texts.properties.seconds}
          value={input.fadeMs / 1000}
          min={0}
          max={60}
          step={0.1}
          decimals={1}
          onChange={(seconds, gestureId) =>
            onChange({ ...input, fadeMs: Math.round(seconds * 1000) }, gestureId)
          }
        />
        {(['width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={texts.properties[side]}
            name={texts.properties.sourceSides[side]}
            unit={texts.properties.pixels}
            value={input[side]}
            min={1}
            max={8192}
            onChange={(value, gestureId) => onChange({ ...input, [side]: value }, gestureId)}
          />
        ))}
      </div>
      <ChoiceField
        label={texts.properties.order}
        isLabelHidden
        value={input.order}
        options={orders.map((value) => ({ value, label: texts.properties.orders[value] }))}
        onChange={(order) => onChange({ ...input, order }, undefined)}
      />
    </div>
  );
}
