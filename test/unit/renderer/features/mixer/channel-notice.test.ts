import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../../../../renderer/features/mixer/strip/channel-notice.ts';
import type { ChannelState } from '../../../../../renderer/media/capture/capture-state.ts';

const channel = { id: 'voice', sourceId: 'microphone', isMuted: false, gain: 1 };
const state = (more: Partial<ChannelState>): ChannelState => ({
  choice: { type: 'microphone' },
  phase: 'running',
  ...more,
});
const error = { code: 'capture/no-microphone', details: {} } as const;

describe('the notice of a channel', () => {
  it('isn’t there while nothing is wrong, and while the source starts', () => {
    expect(noticeOf(channel, state({}), true)).toBeUndefined();
    expect(noticeOf(channel, undefined, true)).toBeUndefined();
    expect(noticeOf(channel, state({ phase: 'starting', fault: 'noSignal' }), true)).toBeUndefined();
  });

  it('says first that a device is gone', () => {
    const notice = noticeOf(channel, state({ phase: 'failed', error, fault: 'noSignal' }), false);
    expect(notice?.text).toMatch(/microphone/iu);
    expect(notice).not.toHaveProperty('fix');
  });

  it('offers the side that has the sound, until it is used', () => {
    const oneSided = state({ oneSided: 'right' });
    expect(noticeOf(channel, oneSided, true)?.fix?.change).toEqual({ side: 'right' });
    expect(noticeOf({ ...channel, side: 'right' }, oneSided, true)).toBeUndefined();
  });

  it('says what is wrong with the sound, and offers one side where the two cancel out', () => {
    expect(noticeOf(channel, state({ fault: 'clips' }), true)).toEqual({
      text: 'Clipping. Lower the level on the device.',
    });
    expect(noticeOf(channel, state({ fault: 'outOfPhase' }), true)?.fix?.change).toEqual({ side: 'left' });
  });

  it('lets a muted channel be silent', () => {
    expect(noticeOf({ ...channel, isMuted: true }, state({ fault: 'wentSilent' }), true)).toBeUndefined();
  });
});
