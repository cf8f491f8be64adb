/** Which side of a microphone is heard on both, and the offer to change it when the sound is on one side alone. */
import { ChevronDown } from 'lucide-react';
import type { MicChannel } from '../../../shared/settings/settings.ts';
import { runOrTell, useCapture, useServices, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import css from './MixerStrip.module.css';

const channels: readonly { readonly value: MicChannel; readonly name: string; readonly label: string }[] = [
  { value: 'stereo', name: 'Stereo', label: 'Stereo' },
  { value: 'left', name: 'Left', label: 'Left channel on both sides' },
  { value: 'right', name: 'Right', label: 'Right channel on both sides' },
];

function useMicChannel(): { channel: MicChannel; choose: (channel: MicChannel) => void } {
  const services = useServices();
  const channel = useSettings((state) => state.micChannel ?? 'stereo');
  return {
    channel,
    choose: (micChannel) => {
      services.capture.setMicChannel(micChannel);
      runOrTell(services, services.settings.update({ micChannel }));
    },
  };
}

export function ChannelMenu() {
  const { channel, choose } = useMicChannel();
  const name = channels.find(({ value }) => value === channel)?.name ?? '';
  return (
    <Menu
      trigger={
        <Button size="small" aria-label={`Microphone channels: ${name}`}>
          {name}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </Button>
      }
      items={channels.map(({ value, label }) => ({ label, onSelect: () => choose(value) }))}
    />
  );
}

export function OneSidedAdvice() {
  const side = useCapture((state) => state.audio.oneSided);
  const { channel, choose } = useMicChannel();
  if (side === undefined || channel === side) return null;
  return (
    <p className={css['advice']} role="status">
      Only the {side} side has sound.
      <Button variant="link" size="small" onClick={() => choose(side)}>
        Use it on both
      </Button>
    </p>
  );
}
