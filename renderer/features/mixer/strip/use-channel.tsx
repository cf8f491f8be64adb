/** A channel with all that its strip offers: state, menu, and the dialogs that the menu opens. */
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useStore } from 'zustand';
import { soundFiltersOf } from '../../../../shared/studio/document-schema.ts';
import type { Channel, Source } from '../../../../shared/studio/document-schema.ts';
import { isSameDevice } from '../../../../shared/studio/inputs.ts';
import type { AudioInput } from '../../../../shared/studio/inputs.ts';
import type { ChannelState } from '../../../media/capture/capture-state.ts';
import { runOrShowError, useCapture, useServices, useSession, useSettings } from '../../../state/services.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import { keyName } from '../../../ui/keyboard/shortcut-keys.ts';
import { useApplicationItem, useApplicationWatch } from '../add/use-applications.ts';
import { ChannelDialog } from '../channel/ChannelDialog.tsx';
import { SoundFiltersDialog } from '../filters/SoundFiltersDialog.tsx';
import { copiedSoundFilters, soundFilterEdits } from '../filters/copied-filters.ts';
import { ProgramDialog } from '../master/ProgramDialog.tsx';
import { movedIndex } from '../shown-channels.ts';
import { SyncDialog } from '../sync/SyncDialog.tsx';
import { alongLine } from '../../../ui/keyboard/along-line.ts';
import { texts } from '../../../../shared/text/text.ts';
import { channelName, sourceOf } from './channel-view.ts';
import { channelMenu } from './channel-menu.ts';
import { noticeOf } from '../notice/channel-notice.ts';
import type { Notice } from '../notice/channel-notice.ts';
import type { ChannelDialogName } from './channel-menu.ts';
import { useChannelEdits } from './use-channel-edits.ts';
import type { ChannelEdits } from './use-channel-edits.ts';

export interface ChannelControls {
  /** Of the strip as a whole. */
  readonly strip: Ref<HTMLElement>;
  readonly source: Source | undefined;
  readonly name: string;
  readonly state: ChannelState | undefined;
  readonly edits: ChannelEdits;
  readonly menu: readonly MenuItem[];
  /** The menu was opened or closed. */
  readonly handleMenu: (isOpen: boolean) => void;
  readonly isRenaming: boolean;
  /** What is wrong. */
  readonly notice: Notice | undefined;
  /** The dialog that is open. */
  readonly dialog: ReactNode;
  /** By key the focus goes to the button of the strip's menu. */
  endRenaming(name: string | undefined, isByKey: boolean): void;
  /** Of the strip as a whole; what was typed into a text isn't for the strip. */
  handleKey(event: KeyboardEvent): void;
}

const none: readonly MenuItem[] = [];

/** @param additions what can be added from this strip's menu, where it is the only one. */
export function useChannel(channel: Channel, additions: readonly MenuItem[] = none): ChannelControls {
  const { id } = channel;
  const strip = useRef<HTMLElement>(null);
  const services = useServices();
  const source = useSettings(({ studio }) => sourceOf(studio, channel));
  const state = useCapture((capture) => capture.channels[id]);
  const copiedCount = useStore(copiedSoundFilters, ({ filters }) => filters.length);
  const edits = useChannelEdits();
  const device = useDevice(source);
  const handleMenu = useApplicationWatch();
  const isOnAir = useSession(({ snapshot }) => snapshot.broadcast.phase !== 'idle');
  const isInHeadphones =
    useCapture(({ soloIds }) => soloIds.includes(id)) || channel.monitoring !== undefined;
  const monitorError = useCapture((capture) => (isInHeadphones ? capture.monitorError : undefined));
  const [dialog, setDialog] = useState<ChannelDialogName>();
  const [isRenaming, setIsRenaming] = useState(false);
  const name = channelName(source, state?.label);
  const left = useSettings(({ studio }) => movedIndex(studio.channels, id, -1));
  const right = useSettings(({ studio }) => movedIndex(studio.channels, id, 1));
  const isAlone = left === undefined && right === undefined;
  const close = () => setDialog(undefined);
  const copied = {
    count: copiedCount,
    copy: () => copiedSoundFilters.setState({ filters: soundFiltersOf(channel) }),
    paste: () =>
      runOrShowError(services, soundFilterEdits(services, id).paste(copiedSoundFilters.getState().filters)),
  };
  return {
    ...{ strip, source, name, state, edits, isRenaming, handleMenu },
    notice: noticeOf(channel, state, { isOnAir, isAlone, monitorError }),
    menu: channelMenu({
      ...{ channel, name, edits, device, additions, copied, isAlone },
      places: { left, right },
      onRename: () => setIsRenaming(true),
      onOpen: setDialog,
    }),
    endRenaming: (typed, isByKey) => {
      setIsRenaming(false);
      if (typed !== undefined) edits.rename(channel, typed);
      if (isByKey) strip.current?.querySelector<HTMLElement>('[data-more]')?.focus();
    },
    dialog: {
      filters: <SoundFiltersDialog channel={channel} name={name} onClose={close} />,
      settings: (
        <ChannelDialog
          channel={channel}
          source={source}
          name={name}
          onFindSync={() => setDialog('sync')}
          onClose={close}
        />
      ),
      sync: <SyncDialog channelId={id} onClose={close} />,
      program: <ProgramDialog onClose={close} />,
      none: undefined,
    }[dialog ?? 'none'],
    handleKey: (event) => {
      const key = event.altKey ? `Alt+${alongLine(event.key)}` : event.key;
      const letter = event.altKey ? undefined : keyName(event);
      const { target, currentTarget } = event;
      // What is pressed in a menu or a dialog of the strip comes by here as well.
      if (!(target instanceof Element) || !currentTarget.contains(target)) return;
      const isText = target instanceof HTMLInputElement && target.type !== 'range';
      if (isText || event.ctrlKey || event.metaKey) return;
      // A key that stays down switches once; a channel moves on.
      if (event.repeat && !event.altKey) return;
      if (key === 'F2' && source !== undefined) setIsRenaming(true);
      else if (letter === 'M') edits.set(id, { isMuted: !channel.isMuted });
      else if (letter === 'S') edits.toggleSolo(id);
      else if (key === 'Alt+ArrowLeft' && left !== undefined) edits.move(id, left);
      else if (key === 'Alt+ArrowRight' && right !== undefined) edits.move(id, right);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** What to choose from for a channel that is a microphone or an application. */
function useDevice(source: Source | undefined): MenuItem | undefined {
  const services = useServices();
  const microphones = useCapture((state) => state.microphones);
  const usual = useCapture((state) => state.usualMicrophone);
  const { menu, microphoneNumber, usualMicrophone } = texts.mixer;
  const current = source?.kind === 'audio' ? source.input : undefined;
  const choose = (input: AudioInput): void => {
    if (source !== undefined)
      runOrShowError(services, services.run({ type: 'setAudioInput', sourceId: source.id, input }));
  };
  const application = useApplicationItem(
    menu.application,
    (input) => current !== undefined && isSameDevice(input, current),
    choose,
  );
  if (current?.type === 'application') return application;
  if (current?.type !== 'microphone' || microphones.length === 0) return undefined;
  return {
    label: menu.device,
    items: [
      {
        label: usualMicrophone(usual),
        isDisabled: current.deviceId === undefined,
        onSelect: () => choose({ type: 'microphone' }),
      },
      ...microphones.map((microphone, index) => ({
        label: microphone.label === '' ? microphoneNumber(index + 1) : microphone.label,
        isDisabled: microphone.deviceId === current.deviceId,
        onSelect: () => choose({ type: 'microphone', ...microphone }),
      })),
    ],
  };
}
