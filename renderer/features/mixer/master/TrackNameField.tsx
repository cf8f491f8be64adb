/** The name of a track, as recordings have it. */
import { allTracks } from '../../../../shared/studio/mixer/channel-settings.ts';
import type { MixerSettings } from '../../../../shared/studio/mixer/channel-settings.ts';
import { MAX_NAME_LENGTH } from '../../../../shared/destinations/name.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { useGesture } from '../../../ui/editing/use-gesture.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './ProgramDialog.module.css';

export interface TrackNameFieldProps {
  /** 1 to 6. */
  readonly number: number;
  readonly mixer: Pick<MixerSettings, 'trackNames'>;
}

export function TrackNameField({ number, mixer: { trackNames } }: TrackNameFieldProps) {
  const edit = useEdit();
  const gesture = useGesture();
  const name = texts.mixer.tracks.name(number);
  return (
    <input
      className={css['name']}
      aria-label={name}
      placeholder={name}
      autoComplete="off"
      spellCheck={false}
      maxLength={MAX_NAME_LENGTH}
      defaultValue={trackNames[number - 1] ?? ''}
      onFocus={gesture.begin}
      onChange={({ target }) => {
        const names = allTracks.map((each) =>
          each === number ? target.value.trim() : (trackNames[each - 1] ?? ''),
        );
        edit({ type: 'setMixer', trackNames: names, gestureId: gesture.id() });
      }}
    />
  );
}
