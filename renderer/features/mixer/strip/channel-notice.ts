/** What is wrong with a channel, and the change that helps. Pure. */
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { describeError, meanwhileAndAction } from '../../../../shared/text/error-text.ts';
import type { ChannelState } from '../../../media/capture/capture-state.ts';
import type { ChannelChange } from './use-channel-edits.ts';
import { texts } from '../../../../shared/text/text.ts';

interface Notice {
  readonly text: string;
  readonly fix?: { readonly label: string; readonly change: ChannelChange };
}

/** A device that is gone comes first. A muted channel is silent because somebody wants it so. */
export function noticeOf(
  { isMuted, side }: Channel,
  state: ChannelState | undefined,
  isOnAir: boolean,
): Notice | undefined {
  if (state?.error !== undefined) {
    const problem = describeError(state.error);
    return { text: [problem.title, meanwhileAndAction(problem, isOnAir)].filter(Boolean).join(' ') };
  }
  if (state?.phase !== 'running') return undefined;
  const { oneSided, fault } = state;
  if (oneSided !== undefined && side !== oneSided)
    return {
      text: texts.mixer.oneSided(oneSided),
      fix: { label: texts.mixer.useOnBoth, change: { side: oneSided } },
    };
  if (isMuted || fault === undefined) return undefined;
  return {
    text: texts.loudness.channelFault(fault),
    ...(fault === 'outOfPhase' && { fix: { label: texts.mixer.useSide, change: { side: 'left' } } }),
  };
}
