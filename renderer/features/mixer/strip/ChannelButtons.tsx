/** Mute, headphones and solo of a channel. */
import { Ear, Headphones, Volume2, VolumeX } from 'lucide-react';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { useCapture } from '../../../state/services.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { texts } from '../../../../shared/text/text.ts';
import type { ChannelEdits } from './use-channel-edits.ts';
import css from './ChannelButtons.module.css';

export interface ChannelButtonProps {
  readonly channel: Channel;
  readonly name: string;
  readonly edits: ChannelEdits;
}

const modes = ['off', 'only', 'both'] as const;
const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** @param shortcut of the channel that the window's own shortcut mutes. */
export function MuteButton({
  channel,
  name,
  edits,
  shortcut,
}: ChannelButtonProps & { readonly shortcut: string }) {
  const { id, isMuted } = channel;
  return (
    <IconButton
      label={texts.mixer.mute(name)}
      shortcut={shortcut}
      className={css['mute']}
      aria-pressed={isMuted}
      icon={isMuted ? <VolumeX {...look} /> : <Volume2 {...look} />}
      onClick={() => edits.set(id, { isMuted: !isMuted })}
    />
  );
}

export function ListenButton({ channel, name, edits }: ChannelButtonProps) {
  const { id, monitoring = 'off' } = channel;
  return (
    <Menu
      trigger={
        <IconButton
          label={texts.mixer.listening(name, monitoring)}
          data-on={monitoring !== 'off'}
          className={css['listen']}
          icon={<Headphones {...look} />}
        />
      }
      items={modes.map((mode) => ({
        label: texts.mixer.monitoring[mode],
        isDisabled: mode === monitoring,
        onSelect: () => edits.set(id, { monitoring: mode }),
      }))}
    />
  );
}

export function SoloButton({ channel: { id }, name, edits }: ChannelButtonProps) {
  const isSolo = useCapture((state) => state.soloIds.includes(id));
  return (
    <IconButton
      label={texts.mixer.solo(name)}
      shortcut={texts.mixer.shortcuts.solo}
      aria-pressed={isSolo}
      icon={<Ear {...look} />}
      onClick={() => edits.toggleSolo(id)}
    />
  );
}
