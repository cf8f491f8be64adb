/** What is set of a channel and seldom changed: sides, monitoring, tracks, scenes, sync offset, push-to-talk key. */
import { listedScenes } from '../../../../shared/studio/document.ts';
import type { Channel, Source } from '../../../../shared/studio/document-schema.ts';
import {
  allTracks,
  MAX_SYNC_OFFSET_MS,
  MIN_SYNC_OFFSET_MS,
} from '../../../../shared/studio/mixer/channel-settings.ts';
import { useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SwitchField } from '../../../ui/controls/Field.tsx';
import { CheckBoxes } from '../../../ui/editing/CheckBoxes.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../../ui/overlays/DoneButton.tsx';
import { NumberRow } from '../NumberRow.tsx';
import { trackName, useMixer } from '../master/use-program.ts';
import { useChannelEdits } from '../strip/use-channel-edits.ts';
import { texts } from '../../../../shared/text/text.ts';
import { PushToFields } from './PushToFields.tsx';
import css from './ChannelDialog.module.css';

export interface ChannelDialogProps {
  readonly channel: Channel;
  readonly source: Source | undefined;
  readonly name: string;
  readonly onFindSync: () => void;
  readonly onClose: () => void;
}

const sides = ['both', 'left', 'right'] as const;
const modes = ['off', 'only', 'both'] as const;

export function ChannelDialog({ channel, source, name, onFindSync, onClose }: ChannelDialogProps) {
  const { id, balance = 0, isMono = false, side = 'both', monitoring = 'off', syncOffsetMs = 0 } = channel;
  const edits = useChannelEdits();
  const mixer = useMixer();
  const words = texts.mixer.channel;
  const tracks = channel.tracks ?? allTracks;
  return (
    <Dialog
      title={words.title(name)}
      width="narrow"
      onClose={onClose}
      footer={<DoneButton onClick={onClose} />}
    >
      <section className={css['part']} aria-label={words.sound}>
        <NumberRow
          label={words.balance}
          unit={words.balanceUnit}
          value={Math.round(balance * 100)}
          min={-100}
          max={100}
          onChange={(percent, gestureId) => edits.set(id, { balance: percent / 100 }, gestureId)}
        />
        <p className={css['note']}>{words.balanceHint}</p>
        <SwitchField
          label={words.isMono}
          hint={words.isMonoHint}
          isOn={isMono}
          onChange={(isOn) => edits.set(id, { isMono: isOn })}
        />
        <div className={css['choices']}>
          <ChoiceField
            label={words.side}
            value={side}
            options={sides.map((value) => ({ value, label: words.sides[value] }))}
            onChange={(value) => edits.set(id, { side: value })}
          />
          <ChoiceField
            label={words.monitoring}
            value={monitoring}
            options={modes.map((value) => ({ value, label: texts.mixer.monitoring[value] }))}
            onChange={(value) => edits.set(id, { monitoring: value })}
          />
        </div>
        <NumberRow
          label={words.sync}
          unit={texts.mixer.sync.milliseconds}
          value={syncOffsetMs}
          min={MIN_SYNC_OFFSET_MS}
          max={MAX_SYNC_OFFSET_MS}
          onChange={(ms, gestureId) => edits.set(id, { syncOffsetMs: ms }, gestureId)}
        >
          <Button size="small" onClick={onFindSync}>
            {words.find}
          </Button>
        </NumberRow>
      </section>
      <section className={css['part']}>
        <h3 className={css['heading']}>{words.tracks}</h3>
        <CheckBoxes
          label={words.tracks}
          options={allTracks.map((value) => ({ value, label: trackName(mixer, value) }))}
          values={tracks}
          onChange={(values) => edits.set(id, { tracks: [...values] })}
        />
        <p className={tracks.length === 0 ? css['warning'] : css['note']}>
          {tracks.length === 0 ? words.noTracks : words.tracksHint}
        </p>
      </section>
      {source?.kind === 'audio' ? <SceneFields channel={channel} /> : undefined}
      <PushToFields channel={channel} />
    </Dialog>
  );
}

/** In which scenes a source of sound is heard; with one scene there is nothing to choose. */
function SceneFields({ channel: { id, sceneIds } }: { readonly channel: Channel }) {
  const studio = useSettings((state) => state.studio);
  const listed = listedScenes(studio);
  const edits = useChannelEdits();
  const words = texts.mixer.channel;
  if (listed.length < 2) return undefined;
  return (
    <section className={css['part']}>
      <h3 className={css['heading']}>{words.scenes}</h3>
      <SwitchField
        label={words.allScenes}
        isOn={sceneIds === undefined}
        onChange={(isOn) => edits.set(id, { sceneIds: isOn ? [] : listed.map((scene) => scene.id) })}
      />
      {sceneIds === undefined ? undefined : (
        <>
          <CheckBoxes
            label={words.scenes}
            options={listed.map((scene) => ({ value: scene.id, label: scene.name }))}
            values={sceneIds}
            // None would be all of them.
            onChange={(values) => values.length > 0 && edits.set(id, { sceneIds: [...values] })}
          />
          <p className={css['note']}>{words.scenesHint}</p>
        </>
      )}
    </section>
  );
}
