/** The sound under the picture: one row for the only channel; with more a strip for each, and the program beside them. */
import { useSettings } from '../../state/services.ts';
import { texts } from '../../../shared/text/text.ts';
import { AddAudio } from './add/AddAudio.tsx';
import { ProgramStrip } from './master/ProgramStrip.tsx';
import { firstChannel, shownChannels } from './shown-channels.ts';
import { ChannelStrip } from './strip/ChannelStrip.tsx';
import { CompactStrip } from './strip/CompactStrip.tsx';
import css from './MixerPanel.module.css';

export function MixerPanel() {
  const channels = useSettings(({ studio }) => studio.channels);
  const shown = shownChannels(channels);
  const [only] = shown;
  if (shown.length === 1 && only !== undefined) return <CompactStrip key={only.id} channel={only} />;
  const first = firstChannel(channels);
  return (
    <section className={css['panel']} data-mixer="strips" aria-label={texts.mixer.panel}>
      <div className={css['strips']}>
        {shown.map((channel) => (
          <ChannelStrip key={channel.id} channel={channel} isMain={channel === first} />
        ))}
        <div className={css['add']}>
          <AddAudio />
        </div>
      </div>
      <ProgramStrip />
    </section>
  );
}
