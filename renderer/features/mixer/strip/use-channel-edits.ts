/** What can be done to channels of the mixer. */
import { useMemo } from 'react';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import type { MixerCommand } from '../../../../shared/studio/mixer/mixer-commands.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { runOrShowError, useServices } from '../../../state/services.ts';
import { showRemoved } from '../../../state/show-removed.ts';
import { texts } from '../../../../shared/text/text.ts';

type SetChannel = Extract<MixerCommand, { readonly type: 'setChannel' }>;
export type ChannelChange = Omit<SetChannel, 'type' | 'channelId' | 'gestureId'>;

export interface ChannelEdits {
  set(channelId: string, change: ChannelChange, gestureId?: string): void;
  /** Heard at once; the document follows. */
  setGain(channelId: string, gain: number, gestureId: string): void;
  /** In the headphones alone, or with the others again. */
  toggleSolo(channelId: string): void;
  rename(channel: Channel, name: string): void;
  move(channelId: string, index: number): void;
  remove(channel: Channel, name: string): void;
}

export function useChannelEdits(): ChannelEdits {
  const services = useServices();
  const edit = useEdit();
  return useMemo(() => {
    const { run, capture } = services;
    const act = (work: Promise<unknown>) => runOrShowError(services, work);
    return {
      set: (channelId, change, gestureId) => edit({ type: 'setChannel', channelId, ...change, gestureId }),
      setGain: (channelId, gain, gestureId) => {
        capture.adjustChannel(channelId, { gain });
        edit({ type: 'setChannel', channelId, gain, gestureId });
      },
      toggleSolo: (channelId) => {
        const { soloIds } = capture.store.getState();
        const others = soloIds.filter((id) => id !== channelId);
        capture.setSolo(others.length < soloIds.length ? others : [...soloIds, channelId]);
      },
      rename: ({ sourceId }, name) => act(run({ type: 'renameSource', sourceId, name })),
      move: (channelId, index) => act(run({ type: 'moveChannel', channelId, index })),
      remove: ({ id: channelId }, name) =>
        act(
          run({ type: 'removeChannel', channelId }).then(() =>
            showRemoved(services, texts.mixer.removed(name), name),
          ),
        ),
    };
  }, [services, edit]);
}
