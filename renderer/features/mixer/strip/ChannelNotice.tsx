/** What is wrong with a channel in a sentence, what to do about it, and the button that does it where there is one. */
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import type { ChannelState } from '../../../media/capture/capture-state.ts';
import { useSession } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { noticeOf } from './channel-notice.ts';
import { useChannelEdits } from './use-channel-edits.ts';
import css from './ChannelNotice.module.css';

export interface ChannelNoticeProps {
  readonly channel: Channel;
  readonly state: ChannelState | undefined;
}

export function ChannelNotice({ channel, state }: ChannelNoticeProps) {
  const isOnAir = useSession(({ snapshot }) => snapshot.broadcast.phase !== 'idle');
  const edits = useChannelEdits();
  const notice = noticeOf(channel, state, isOnAir);
  if (notice === undefined) return undefined;
  const { text, fix } = notice;
  return (
    <div className={css['notice']} role="status">
      <p title={text}>{text}</p>
      {fix === undefined ? undefined : (
        <Button variant="link" size="small" onClick={() => edits.set(channel.id, fix.change)}>
          {fix.label}
        </Button>
      )}
    </div>
  );
}
