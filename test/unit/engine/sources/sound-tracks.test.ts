/** The tracks of sound on the media port: what a page may send, and what it is told. */
import { expect, test } from 'vitest';
import { MediaInput } from '../../../../electron/engine/sources/media-input.ts';
import type { MediaSource } from '../../../../electron/engine/sources/media-input.ts';
import { readMessage, tameSamples } from '../../../../electron/engine/sources/page-messages.ts';
import type { SoundConsumer } from '../../../../electron/engine/sources/frame-source.ts';
import { MAIN_TRACK, soundTrackId } from '../../../../shared/media/track.ts';

const block = {
  ...{ type: 'audio', trackId: MAIN_TRACK, timestampUs: 1, sampleRate: 48_000, channels: 2 },
  data: new ArrayBuffer(480 * 8),
};

test.each([1, 2, 3, 4, 5, 6])('a block of track %i is taken', (track) => {
  const message = { ...block, trackId: soundTrackId(track) };
  expect(readMessage(message)).toEqual(message);
});

test.each(['track-1', 'track-7', 'track-02', '__proto__', '', undefined, 2])(
  'a block of track %s is refused',
  (trackId) => expect(readMessage({ ...block, trackId })).toBeUndefined(),
);

test.each([
  ['longer than a second', { data: new ArrayBuffer(48_001 * 8) }],
  ['of half a sample', { data: new ArrayBuffer(12) }],
  ['of no rate', { sampleRate: Number.NaN }],
  ['of three channels', { channels: 3 }],
  ['whose bytes the page shares', { data: new SharedArrayBuffer(16) }],
])('a block %s is refused', (_what, change) => expect(readMessage({ ...block, ...change })).toBeUndefined());

test('samples that are no sound are silenced, all others stay', () => {
  const samples = new Float32Array([0.5, NaN, -1.5, Infinity, -Infinity, 1e30, 16]);
  tameSamples(samples.buffer);
  expect([...samples]).toEqual([0.5, 0, -1.5, 0, 0, 0, 16]);
});

test('pictures have the main track alone', () => {
  const frame = {
    ...{ type: 'video', trackId: 'track-2', timestampUs: 1, width: 2, height: 2, format: 'I420' },
    ...{ colour: 'bt709-limited', data: new ArrayBuffer(6) },
  };
  expect(readMessage(frame)).toBeUndefined();
  expect(readMessage({ ...frame, trackId: MAIN_TRACK })).toBeDefined();
});

/** A page, or a file in its place. */
function makeSource() {
  const wanted: (readonly string[])[] = [];
  let give: SoundConsumer = () => undefined;
  const source: MediaSource = {
    isReady: true,
    giveFramesTo: () => undefined,
    giveSoundTo: (consumer) => {
      give = consumer;
    },
    wantTracks: (trackIds) => wanted.push(trackIds),
    grant: () => undefined,
    close: () => undefined,
  };
  return { source, wanted, give: (...sound: Parameters<SoundConsumer>) => give(...sound) };
}

test('a page is told which tracks are wanted: at once, at each change, and that none is any more', () => {
  const input = new MediaInput();
  const first = makeSource();
  input.usePage(first.source);
  input.wantTracks([MAIN_TRACK]);
  input.open({ pushVideo: () => undefined, pushAudio: () => undefined });
  input.wantTracks([MAIN_TRACK]);
  input.wantTracks([MAIN_TRACK, 'track-2']);
  const second = makeSource();
  input.usePage(second.source);
  input.close();
  expect(first.wanted).toEqual([[], [MAIN_TRACK], [MAIN_TRACK, 'track-2']]);
  expect(second.wanted).toEqual([[MAIN_TRACK, 'track-2'], []]);
});

test('sound keeps its track on the way to the encoder; that of a file has none', () => {
  const input = new MediaInput();
  const page = makeSource();
  const file = makeSource();
  const seen: unknown[] = [];
  input.usePage(page.source);
  input.useFile(file.source);
  input.open({ pushVideo: () => undefined, pushAudio: (_block, trackId) => seen.push(trackId) });
  const { timestampUs, sampleRate, data } = block;
  page.give({ timestampUs, sampleRate, channels: 2, data }, 'track-3');
  file.give({ timestampUs, sampleRate, channels: 2, data });
  expect(seen).toEqual(['track-3', undefined]);
});
