/** What is wrong with a channel, and the change that helps. Pure. */
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import { describeError, meanwhileAndAction } from '../../../../shared/text/error-text.ts';
import type { ChannelState } from '../../../media/capture/capture-state.ts';
import type { ChannelChange } from '../strip/use-channel-edits.ts';
import { texts } from '../../../../shared/text/text.ts';

export interface Notice {
  readonly text: string;
  readonly fix?: { readonly label: string; readonly change: ChannelChange };
  /** The system may refuse the device. */
  readonly error?: ErrorRecord;
}

/** What else there is to know. */
export interface NoticeContext {
  readonly isOnAir: boolean;
  /** With other channels the stream isn't silent when this one is. */
  readonly isAlone: boolean;
  /** Why the headphones play nothing, where the channel is meant to be in them. */
  readonly monitorError?: ErrorRecord | undefined;
}

/** A device that is gone comes first. A muted channel is silent because somebody wants it so. */
export function noticeOf(
  { isMuted, side }: Channel,
  state: ChannelState | undefined,
  { isOnAir, isAlone, monitorError }: NoticeContext,
): Notice | undefined {
  if (state?.error !== undefined) return errorNotice(state.error, isOnAir && isAlone);
  if (monitorError !== undefined) return errorNotice(monitorError, false);
  if (state?.isWaiting === true) return { text: texts.mixer.applicationWaits(state.label) };
  if (state?.phase !== 'running') return undefined;
  const { oneSided, fault, isNarrow } = state;
  if (oneSided !== undefined && side !== oneSided)
    return {
      text: texts.mixer.oneSided(oneSided),
      fix: { label: texts.mixer.useOnBoth, change: { side: oneSided } },
    };
  if (isMuted) return undefined;
  if (fault === undefined) return isNarrow === true ? { text: texts.mixer.narrow } : undefined;
  return {
    text: texts.loudness.channelFault(fault),
    ...(fault === 'outOfPhase' && { fix: { label: texts.mixer.useSide, change: { side: 'left' } } }),
  };
}

function errorNotice(error: ErrorRecord, isStreamSilent: boolean): Notice {
  const problem = describeError(error);
  const rest = meanwhileAndAction(problem, isStreamSilent);
  const text = [problem.title, rest].filter(Boolean).join(' ');
  return error.code === 'capture/permission-denied' ? { text, error } : { text };
}
