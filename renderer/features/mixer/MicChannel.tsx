/** Which side of a microphone is heard on both, and the offer to change it when the sound is on one side alone. */
import { ChevronDown } from 'lucide-react';
import type { MicChannel } from '../../../shared/settings/settings.ts';
import { channelOf } from '../../../shared/studio/document.ts';
import { runOrShowError, useCapture, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './MixerStrip.module.css';

const channels: readonly MicChannel[] = ['stereo', 'left', 'right'];

function useMicChannel(): { channel: MicChannel; choose: (channel: MicChannel) => void } {
  const services = useServices();
  const channel = useSettings(({ studio }) => channelOf(studio).side ?? 'stereo');
  return {
    channel,
    choose: (side) => {
      const { id: channelId } = channelOf(services.settings.store.getState().studio);
      services.capture.adjustChannel(channelId, { side: side === 'stereo' ? undefined : side });
      const command = { type: 'setChannel', channelId, side: side === 'stereo' ? 'both' : side } as const;
      runOrShowError(services, services.run(command));
    },
  };
}

export function ChannelMenu() {
  const { channel, choose } = useMicChannel();
  const { name } = texts.mixer.channels[channel];
  return (
    <Menu
      trigger={
        <Button size="small" aria-label={texts.mixer.channelMenu(name)}>
          {name}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </Button>
      }
      items={channels.map((value) => ({
        label: texts.mixer.channels[value].label,
        onSelect: () => choose(value),
      }))}
    />
  );
}

export function OneSidedAdvice() {
  const side = useCapture((state) => state.audio.oneSided);
  const { channel, choose } = useMicChannel();
  if (side === undefined || channel === side) return undefined;
  return (
    <p className={css['advice']} role="status">
      {texts.mixer.oneSided(side)}
      <Button variant="link" size="small" onClick={() => choose(side)}>
        {texts.mixer.useOnBoth}
      </Button>
    </p>
  );
}
