/** What a stinger needs: the source that plays over the scenes, and when the next scene takes its place. */
import type { Source } from '../../../shared/studio/document-schema.ts';
import { useCapture } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { NumberField } from '../../ui/editing/NumberField.tsx';
import type { Stinger } from './choose-stinger.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './TransitionFields.module.css';

const soundFades = ['outIn', 'cross'] as const;

export interface StingerFieldsProps {
  readonly transition: Stinger;
  /** That may play. */
  readonly sources: readonly Source[];
  /** Asks for another file; undefined where none can be chosen. */
  readonly onChoose: (() => void) | undefined;
  readonly onChange: (transition: Stinger, gestureId: string | undefined) => void;
}

export function StingerFields({ transition, sources, onChoose, onChange }: StingerFieldsProps) {
  const input = sources.find(({ id }) => id === transition.sourceId)?.input;
  const path = input?.type === 'media' ? input.paths[0] : undefined;
  const videoMs = useCapture(({ videos }) => videos[transition.sourceId]?.media?.durationMs);
  const lengthMs = videoMs === undefined ? transition.durationMs : Math.min(20_000, Math.max(50, videoMs));
  return (
    <>
      <select
        className={css['select']}
        aria-label={texts.transitions.stingerSource}
        value={transition.sourceId}
        onChange={({ target }) => onChange({ ...transition, sourceId: target.value }, undefined)}
      >
        {sources.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {onChoose === undefined ? undefined : (
        <div className={css['file']}>
          <Button size="small" onClick={onChoose}>
            {texts.transitions.chooseStinger}
          </Button>
          {path === undefined ? undefined : (
            <span className={css['path']} title={path}>
              <bdi>{texts.properties.fileName(path)}</bdi>
            </span>
          )}
        </div>
      )}
      {lengthMs === transition.durationMs ? undefined : (
        <div className={css['wide']}>
          <Button variant="link" onClick={() => onChange({ ...transition, durationMs: lengthMs }, undefined)}>
            {texts.transitions.wholeVideo(lengthMs)}
          </Button>
        </div>
      )}
      <div className={css['wide']}>
        <NumberField
          label={texts.transitions.cutPoint}
          name={texts.transitions.cutPoint}
          unit={texts.transitions.milliseconds}
          value={transition.cutMs}
          min={0}
          max={20_000}
          step={10}
          onChange={(cutMs, gestureId) => onChange({ ...transition, cutMs }, gestureId)}
        />
      </div>
      <select
        className={css['select']}
        aria-label={texts.transitions.soundFade}
        value={transition.soundFade ?? 'outIn'}
        onChange={({ target }) => onChange(withSoundFade(transition, target.value === 'cross'), undefined)}
      >
        {soundFades.map((fade) => (
          <option key={fade} value={fade}>
            {texts.transitions.soundFades[fade]}
          </option>
        ))}
      </select>
    </>
  );
}

/** As the scenes' sounds change while the stinger plays. */
function withSoundFade({ soundFade: _before, ...stinger }: Stinger, isCross: boolean): Stinger {
  return isCross ? { ...stinger, soundFade: 'cross' } : stinger;
}
