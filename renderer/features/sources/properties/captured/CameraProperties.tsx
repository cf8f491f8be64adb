/** How a camera is asked: its size and rate. What the camera sends stands beside them. */
import type { CapturedInput } from '../../../../../shared/studio/inputs.ts';
import { useCapture } from '../../../../state/services.ts';
import { ChoiceField } from '../../../../ui/editing/ChoiceField.tsx';
import { cameraRates, cameraSizes, isAsAsked } from './camera-choices.ts';
import { texts } from '../../../../../shared/text/text.ts';
import css from '../properties.module.css';

type CameraInput = Extract<CapturedInput, { readonly type: 'camera' }>;

export interface CameraPropertiesProps {
  readonly sourceId: string;
  readonly input: CameraInput;
  readonly onChange: (input: CameraInput) => void;
}

const AUTOMATIC = 'automatic';

export function CameraProperties({ sourceId, input, onChange }: CameraPropertiesProps) {
  const words = texts.sourceSettings;
  const video = useCapture(({ videos }) => videos[sourceId]);
  const sizes = cameraSizes(video?.limits, input.size);
  const rates = cameraRates(video?.limits, input.fps);
  return (
    <details className={css['place']}>
      <summary>{words.camera}</summary>
      <div className={css['fields']}>
        <ChoiceField
          label={words.cameraSize}
          value={input.size === undefined ? AUTOMATIC : words.size(input.size.width, input.size.height)}
          options={[
            { value: AUTOMATIC, label: words.automatic },
            ...sizes.map(({ width, height }) => ({
              value: words.size(width, height),
              label: words.size(width, height),
            })),
          ]}
          onChange={(value) => {
            const size = sizes.find(({ width, height }) => words.size(width, height) === value);
            onChange({ ...input, size });
          }}
        />
        <ChoiceField
          label={words.cameraRate}
          value={input.fps === undefined ? AUTOMATIC : String(input.fps)}
          options={[
            { value: AUTOMATIC, label: words.automatic },
            ...rates.map((fps) => ({ value: String(fps), label: words.rate(fps) })),
          ]}
          onChange={(value) => onChange({ ...input, fps: rates.find((fps) => String(fps) === value) })}
        />
        {video?.phase === 'running' && video.width !== undefined && video.height !== undefined ? (
          <p className={css['note']}>
            {(isAsAsked(input, video) ? words.gives : words.givesOther)(
              video.width,
              video.height,
              video.fps === undefined ? undefined : Math.round(video.fps),
            )}
          </p>
        ) : undefined}
      </div>
    </details>
  );
}
