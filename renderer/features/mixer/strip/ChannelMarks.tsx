/** In a word or two, why a channel isn't sent. */
import { useStore } from 'zustand';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { heldChannels } from '../../../state/push-keys/listen.ts';
import { isSilent } from '../../../state/push-keys/push-keys.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './ChannelMarks.module.css';

export function ChannelMarks({ channel }: { readonly channel: Channel }) {
  const held = useStore(heldChannels, ({ ids }) => ids);
  const { isMuted, monitoring, pushTo } = channel;
  const isSilentByKey = !isMuted && isSilent(channel, held);
  return (
    <>
      {isMuted ? <span className={css['mark']}>{texts.mixer.muted}</span> : undefined}
      {isSilentByKey && pushTo !== undefined ? (
        <span className={css['mark']}>
          {pushTo.mode === 'talk'
            ? texts.mixer.holdToTalk(pushTo.accelerator)
            : texts.mixer.mutedByKey(pushTo.accelerator)}
        </span>
      ) : undefined}
      {monitoring === 'only' ? <span className={css['mark']}>{texts.mixer.monitorOnly}</span> : undefined}
    </>
  );
}
