import { expect, test } from 'vitest';
import { defaultDocument, outputEncodingOf } from '../../../../shared/studio/document.ts';
import { recordedTracksOf } from '../../../../shared/studio/mixer/recorded-tracks.ts';

test('a recording has the stream’s own track where the mixer names no other', () => {
  expect(recordedTracksOf({})).toBeUndefined();
  expect(recordedTracksOf({ mixer: { recordingTracks: [] } })).toBeUndefined();
});

test('a recording has the tracks that the mixer names, in their order, with their names', () => {
  expect(recordedTracksOf({ mixer: { recordingTracks: [3, 1, 2], trackNames: ['Mix', ''] } })).toEqual([
    { trackId: 'track-3', name: 'Track 3' },
    { trackId: 'main', name: 'Mix' },
    { trackId: 'track-2', name: 'Track 2' },
  ]);
});

test('streams take the track that the mixer names', () => {
  expect(outputEncodingOf(defaultDocument).trackId).toBe('main');
  expect(outputEncodingOf({ ...defaultDocument, mixer: { streamTrack: 4 } }).trackId).toBe('track-4');
});
