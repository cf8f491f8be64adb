/** The only channel, in one row under the picture; what more there is to it is in the menu. */
import { useRef } from 'react';
import { Ellipsis } from 'lucide-react';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { RenameField } from '../../../ui/editing/RenameField.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { useAdditions } from '../add/use-additions.ts';
import { Fader } from '../fader/Fader.tsx';
import { LevelField } from '../fader/LevelField.tsx';
import { Meter } from '../meter/Meter.tsx';
import { writeText } from '../../../ui/write-text.ts';
import { windowShortcuts } from '../../../ui/keyboard/shortcut-keys.ts';
import { format, texts } from '../../../../shared/text/text.ts';
import { MuteButton } from './ChannelButtons.tsx';
import { ChannelMarks } from './ChannelMarks.tsx';
import { ChannelNotice } from '../notice/ChannelNotice.tsx';
import { useChannel } from './use-channel.tsx';
import css from './CompactStrip.module.css';

export function CompactStrip({ channel }: { readonly channel: Channel }) {
  const controls = useChannel(channel, useAdditions());
  const { name, state, edits, source, notice } = controls;
  const { id, gain } = channel;
  const reading = useRef<HTMLSpanElement>(null);
  const setGain = (next: number, gestureId: string) => edits.setGain(id, next, gestureId);
  return (
    <section
      ref={controls.strip}
      className={css['strip']}
      aria-label={texts.mixer.strip}
      onKeyDown={controls.handleKey}
    >
      <MuteButton {...{ channel, name, edits }} shortcut={windowShortcuts.mute} />
      <div className={css['middle']}>
        <div className={css['words']}>
          {controls.isRenaming ? (
            <RenameField
              label={texts.mixer.channelName}
              name={source?.name ?? name}
              onDone={controls.endRenaming}
            />
          ) : (
            <bdi className={css['label']} title={state?.label ?? name}>
              {name}
            </bdi>
          )}
          <ChannelMarks channel={channel} />
          <span ref={reading} className={css['reading']}>
            {texts.mixer.silence}
          </span>
        </div>
        <Meter
          channelId={id}
          isRunning={state?.phase === 'running'}
          onFigure={(heldDb) => writeText(reading.current ?? undefined, format.decibels(heldDb))}
        />
        {notice === undefined ? undefined : (
          <ChannelNotice notice={notice} onFix={(change) => edits.set(id, change)} />
        )}
      </div>
      <Fader name={name} gain={gain} onChange={setGain} />
      <LevelField name={name} gain={gain} onChange={setGain} />
      <Menu
        trigger={
          <IconButton data-more label={texts.mixer.more(name)} icon={<Ellipsis size={16} aria-hidden />} />
        }
        items={controls.menu}
        onOpenChange={controls.handleMenu}
      />
      {controls.dialog}
    </section>
  );
}
