/** What a page may say about media sources. */
import { expect, test } from 'vitest';
import { isMediaSourceMessage } from '../../../../electron/engine/media-source/read-media-message.ts';
import { MediaSources } from '../../../../electron/engine/media-source/media-sources.ts';
import {
  MAX_MEDIA_PICTURE_BYTES,
  MEDIA_FILE_SLOTS,
  MEDIA_SOUND_BLOCKS,
} from '../../../../shared/media/media-source-port.ts';
import type { FromEngineMediaSourceMessage, PlayMedia } from '../../../../shared/media/media-source-port.ts';

const play: PlayMedia = {
  ...{ type: 'playMedia', sourceId: 'clip', run: 1, from: 'first', entry: 0, atUs: 0 },
  limit: { width: 1280, height: 720 },
};
const file = { type: 'mediaFile', sourceId: 'clip', file: 1, mark: '0'.repeat(32), slotBytes: 12 } as const;

test.each([
  play,
  { ...play, sampleRate: 48_000 },
  file,
  { type: 'stopMedia', sourceId: 'clip' },
  { type: 'noMediaFile', sourceId: 'clip', reason: 'x' },
  { type: 'mediaTaken', sourceId: 'clip', run: 1, slot: MEDIA_FILE_SLOTS - 1 },
  { type: 'mediaSoundTaken', sourceId: 'clip', run: 1, blocks: MEDIA_SOUND_BLOCKS },
])('takes $type', (message) => expect(isMediaSourceMessage(message)).toBe(true));

test.each([
  undefined,
  { ...play, sourceId: '' },
  { ...play, sourceId: 'x'.repeat(65) },
  { ...play, run: -1 },
  { ...play, atUs: Number.NaN },
  { ...play, entry: 0.5 },
  { ...play, from: 'anywhere' },
  { ...play, limit: { width: 0, height: 720 } },
  { ...play, limit: undefined },
  { ...play, sampleRate: 0 },
  { ...play, sampleRate: 48_000.5 },
  { ...play, sampleRate: '48000,anullsrc' },
  { type: 'mediaSoundTaken', sourceId: 'clip', run: 1, blocks: MEDIA_SOUND_BLOCKS + 1 },
  { type: 'mediaSoundTaken', sourceId: 'clip', run: 1, blocks: -1 },
  { ...file, mark: '../../x' },
  { ...file, slotBytes: 0 },
  { ...file, slotBytes: MAX_MEDIA_PICTURE_BYTES + 1 },
  { type: 'mediaTaken', sourceId: 'clip', run: 1, slot: MEDIA_FILE_SLOTS },
  { type: 'openFile', sourceId: 'clip', path: '/etc/passwd' },
])('refuses %j', (message) => expect(isMediaSourceMessage(message)).toBe(false));

test('a page names no file: a path in its message changes nothing', () => {
  const said: FromEngineMediaSourceMessage[] = [];
  const media = new MediaSources({ ffmpegPath: () => '/nowhere/ffmpeg', log: () => undefined });
  media.connect({ profileFolder: undefined, send: (message) => said.push(message) });
  const withPath = { ...play, path: '/etc/passwd', paths: ['/etc/passwd'] };
  expect(isMediaSourceMessage(withPath)).toBe(true);
  media.receive(withPath);
  expect(media.pids).toEqual([]);
  expect(said).toEqual([]);
});

test('no more sources than a bound are open at once', () => {
  const said: FromEngineMediaSourceMessage[] = [];
  const media = new MediaSources({ ffmpegPath: () => '', log: () => undefined });
  media.connect({ profileFolder: undefined, send: (message) => said.push(message) });
  const ids = Array.from({ length: 20 }, (_, index) => `clip-${index}`);
  media.setFiles(ids.map((sourceId) => ({ sourceId, paths: ['/a.mp4'], order: 'inTurn', isLooping: false })));
  for (const sourceId of ids) media.receive({ ...play, sourceId });
  expect(said.map((message) => message.type === 'mediaFailed' && message.error.details)).toEqual(
    Array.from({ length: 4 }, () => ({ reason: 'tooManyMedia', maximum: 16 })),
  );
  media.connect({ profileFolder: undefined, send: () => undefined });
});
