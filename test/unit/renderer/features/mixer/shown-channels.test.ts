import { describe, expect, it } from 'vitest';
import {
  firstChannel,
  movedIndex,
  shownChannels,
} from '../../../../../renderer/features/mixer/shown-channels.ts';

const channel = (id: string, sourceId = `source-${id}`) => ({ id, sourceId, isMuted: false, gain: 1 });
const silentMain = channel('main', 'none');
const ids = (channels: readonly { readonly id: string }[]) => channels.map(({ id }) => id);

describe('the mixer', () => {
  it('shows the channels that have a source', () => {
    expect(ids(shownChannels([silentMain, channel('music'), channel('game')]))).toEqual(['music', 'game']);
  });

  it('shows the main channel where nothing has sound', () => {
    expect(ids(shownChannels([silentMain]))).toEqual(['main']);
  });

  it('mutes the main channel by Ctrl+M wherever it stands, and else the first', () => {
    expect(firstChannel([channel('music'), channel('main')])?.id).toBe('main');
    expect(firstChannel([silentMain, channel('music')])?.id).toBe('music');
    expect(firstChannel([silentMain])?.id).toBe('main');
  });

  it('moves a channel past its neighbour, whatever lies between that isn’t shown', () => {
    const channels = [channel('music'), silentMain, channel('game')];
    expect(movedIndex(channels, 'music', 1)).toBe(2);
    expect(movedIndex(channels, 'game', -1)).toBe(0);
    expect(movedIndex(channels, 'music', -1)).toBeUndefined();
    expect(movedIndex(channels, 'game', 1)).toBeUndefined();
    expect(movedIndex(channels, 'gone', 1)).toBeUndefined();
  });
});
