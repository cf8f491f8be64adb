/** The filters of a channel, in the order in which they change its sound. */
import { soundFiltersOf } from '../../../../shared/studio/document-schema.ts';
import type { Channel, SoundFilter } from '../../../../shared/studio/document-schema.ts';
import { soundFilterDefaults, soundFilterTypes } from '../../../../shared/studio/mixer/sound-filter.ts';
import { useServices, useSettings } from '../../../state/services.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../../ui/overlays/DoneButton.tsx';
import { FilterList } from '../../filters/index.ts';
import { texts } from '../../../../shared/text/text.ts';
import { copiedSoundFilters, soundFilterEdits } from './copied-filters.ts';
import { presetsFor } from './preset-filters.ts';
import { SoundFilterFields } from './SoundFilterFields.tsx';

export interface SoundFiltersDialogProps {
  readonly channel: Channel;
  readonly name: string;
  readonly onClose: () => void;
}

const kinds = () =>
  soundFilterTypes.map((type) => ({
    label: texts.soundFilters.types[type],
    settings: soundFilterDefaults[type],
  }));

function plainSettings({ settings }: SoundFilter): SoundFilter['settings'] {
  return soundFilterDefaults[settings.type];
}

export function SoundFiltersDialog({ channel, name, onClose }: SoundFiltersDialogProps) {
  const services = useServices();
  const channels = useSettings(({ studio }) => studio.channels);
  return (
    <Dialog
      title={texts.soundFilters.titleOf(name)}
      width="narrow"
      onClose={onClose}
      footer={<DoneButton onClick={onClose} />}
    >
      <FilterList
        filters={soundFiltersOf(channel)}
        edits={soundFilterEdits(services, channel.id)}
        copied={copiedSoundFilters}
        kinds={kinds()}
        presets={presetsFor(channel.id, channels)}
        plainSettings={plainSettings}
        renderFields={(filter) => <SoundFilterFields channelId={channel.id} filter={filter} />}
      />
    </Dialog>
  );
}
