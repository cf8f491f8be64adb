/** One channel of several, upright: fader and meter, what changes its sound, what is wrong with it. */
import { memo } from 'react';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { useSettings } from '../../../state/services.ts';
import { classNames } from '../../../ui/class-names.ts';
import { RenameField } from '../../../ui/editing/RenameField.tsx';
import { ContextMenu } from '../../../ui/overlays/ContextMenu.tsx';
import { windowShortcuts } from '../../../ui/keyboard/shortcut-keys.ts';
import { Fader } from '../fader/Fader.tsx';
import { LevelField } from '../fader/LevelField.tsx';
import { Meter } from '../meter/Meter.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { ListenButton, MuteButton, SoloButton } from './ChannelButtons.tsx';
import { ChannelMarks } from './ChannelMarks.tsx';
import { ChannelNotice } from '../notice/ChannelNotice.tsx';
import { channelName, filterLine, sourceOf } from './channel-view.ts';
import { StripMenu } from './StripMenu.tsx';
import { useChannel } from './use-channel.tsx';
import upright from './upright.module.css';
import css from './ChannelStrip.module.css';

export interface ChannelStripProps {
  readonly channel: Channel;
  /** The one that the window's own shortcut mutes. */
  readonly isMain: boolean;
}

/** Other channels change thirty times a second while one of their faders is dragged. */
export const ChannelStrip = memo(function ChannelStrip({ channel, isMain }: ChannelStripProps) {
  const controls = useChannel(channel);
  const { name, state, edits, source, notice } = controls;
  const { id, gain, isMuted } = channel;
  const setGain = (next: number, gestureId: string) => edits.setGain(id, next, gestureId);
  return (
    <ContextMenu items={controls.menu} onOpenChange={controls.handleMenu}>
      <section
        ref={controls.strip}
        className={classNames(upright['strip'], css['strip'])}
        aria-label={name}
        data-muted={isMuted}
        onKeyDown={controls.handleKey}
      >
        <header className={css['header']}>
          {controls.isRenaming ? (
            <RenameField
              label={texts.mixer.channelName}
              name={source?.name ?? name}
              onDone={controls.endRenaming}
            />
          ) : (
            <h2 className={css['name']} title={state?.label ?? name}>
              <bdi>{name}</bdi>
            </h2>
          )}
          <StripMenu
            label={texts.mixer.more(name)}
            items={controls.menu}
            onOpenChange={controls.handleMenu}
          />
        </header>
        <div className={classNames(upright['words'], css['words'])}>
          <LevelField name={name} gain={gain} onChange={setGain} />
          {notice === undefined ? (
            <StripLine channel={channel} />
          ) : (
            <ChannelNotice notice={notice} isScrolled onFix={(change) => edits.set(id, change)} />
          )}
        </div>
        <Fader name={name} gain={gain} isVertical onChange={setGain} />
        <Meter channelId={id} isVertical isRunning={state?.phase === 'running'} />
        <footer className={css['buttons']}>
          <MuteButton
            {...{ channel, name, edits }}
            shortcut={isMain ? windowShortcuts.mute : texts.mixer.shortcuts.mute}
          />
          <ListenButton {...{ channel, name, edits }} />
          <SoloButton {...{ channel, name, edits }} />
        </footer>
        {controls.dialog}
      </section>
    </ContextMenu>
  );
});

/** Where nothing is wrong: what is done to the sound. */
function StripLine({ channel }: Pick<ChannelStripProps, 'channel'>) {
  const filters = useSettings(({ studio }) =>
    filterLine(channel, (channelId) => {
      const other = studio.channels.find(({ id }) => id === channelId);
      return other === undefined ? undefined : channelName(sourceOf(studio, other), undefined);
    }),
  );
  return (
    <>
      <ChannelMarks channel={channel} />
      {filters === undefined ? undefined : (
        <p className={css['filters']} title={filters}>
          {filters}
        </p>
      )}
    </>
  );
}
