import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../../../../renderer/features/mixer/notice/channel-notice.ts';
import type { ChannelState } from '../../../../../renderer/media/capture/capture-state.ts';

const channel = { id: 'voice', sourceId: 'microphone', isMuted: false, gain: 1 };
const state = (more: Partial<ChannelState>): ChannelState => ({
  choice: { type: 'microphone' },
  phase: 'running',
  ...more,
});
const error = { code: 'capture/no-microphone', details: {} } as const;

const onAir = { isOnAir: true, isAlone: true };
const offAir = { isOnAir: false, isAlone: true };

describe('the notice of a channel', () => {
  it('isn’t there while nothing is wrong, and while the source starts', () => {
    expect(noticeOf(channel, state({}), onAir)).toBeUndefined();
    expect(noticeOf(channel, undefined, onAir)).toBeUndefined();
    expect(noticeOf(channel, state({ phase: 'starting', fault: 'noSignal' }), onAir)).toBeUndefined();
  });

  it('says first that a device is gone', () => {
    const notice = noticeOf(channel, state({ phase: 'failed', error, fault: 'noSignal' }), offAir);
    expect(notice?.text).toMatch(/microphone/iu);
    expect(notice).not.toHaveProperty('fix');
  });

  it('says that the stream is silent where no other channel is', () => {
    const lost = state({
      phase: 'failed',
      error: { code: 'capture/source-lost', details: { kind: 'microphone' } },
    });
    expect(noticeOf(channel, lost, onAir)?.text).toContain('Your stream is silent');
    expect(noticeOf(channel, lost, { isOnAir: true, isAlone: false })?.text).not.toContain('silent');
    expect(noticeOf(channel, lost, offAir)?.text).not.toContain('silent');
  });

  it('says why a channel isn’t in the headphones, as soon as its source is there', () => {
    const monitorError = { code: 'capture/sound-stopped', details: {} } as const;
    const { text: said } = noticeOf(channel, state({}), { ...onAir, monitorError }) ?? { text: '' };
    expect(said).toContain('audio service stopped');
    expect(noticeOf(channel, state({ phase: 'failed', error }), { ...onAir, monitorError })?.text).not.toBe(
      said,
    );
  });

  it('offers the side that has the sound, until it is used', () => {
    const oneSided = state({ oneSided: 'right' });
    expect(noticeOf(channel, oneSided, onAir)?.fix?.change).toEqual({ side: 'right' });
    expect(noticeOf({ ...channel, side: 'right' }, oneSided, onAir)).toBeUndefined();
  });

  it('says what is wrong with the sound, and offers one side where the two cancel out', () => {
    expect(noticeOf(channel, state({ fault: 'clips' }), onAir)).toEqual({
      text: 'Clipping. Lower the level on the device.',
    });
    expect(noticeOf(channel, state({ fault: 'outOfPhase' }), onAir)?.fix?.change).toEqual({ side: 'left' });
  });

  it('says that a headset in call mode sounds so, after what is wrong with its sound', () => {
    expect(noticeOf(channel, state({ isNarrow: true }), onAir)).toEqual({
      text: 'This headset is in call mode, so its audio quality is low. Use another microphone for better audio.',
    });
    expect(noticeOf(channel, state({ isNarrow: true, fault: 'clips' }), onAir)?.text).toContain('Clipping');
    expect(noticeOf({ ...channel, isMuted: true }, state({ isNarrow: true }), onAir)).toBeUndefined();
  });

  it('lets a muted channel be silent', () => {
    expect(noticeOf({ ...channel, isMuted: true }, state({ fault: 'wentSilent' }), onAir)).toBeUndefined();
  });
});
