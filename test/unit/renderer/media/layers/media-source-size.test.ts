/** How large a media source wants its pictures: as the canvas needs them, or as its file has them. */
import { expect, test } from 'vitest';
import { MediaSource } from '../../../../../renderer/media/layers/media/media-source.ts';
import type { ToEngineMediaSourceMessage } from '../../../../../shared/media/media-source-port.ts';
import { newMedia } from '../../../../../shared/studio/files/media-input.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

test('while it has filters, which count in pixels of the source, a source asks for the pictures as they are', () => {
  const sent: ToEngineMediaSourceMessage[] = [];
  const widths = () => sent.flatMap((each) => (each.type === 'playMedia' ? [each.limit.width] : []));
  const source = new MediaSource({ ...newMedia, paths: ['/a.mp4'] }, true, {
    ...{ sourceId: 'clip', memory: openMemory(), limit: { width: 1280, height: 720 } },
    mayBeReady: () => true,
    sampleRate: () => undefined,
    onSound: () => undefined,
    onSoundEnd: () => undefined,
    send: (message) => sent.push(message),
    report: () => undefined,
  });
  source.receive({
    ...{ type: 'mediaPass', sourceId: 'clip', run: 1, entry: 0, entries: 1, name: 'a.mp4' },
    ...{ width: 2560, height: 1440, pictureWidth: 1280, pictureHeight: 720, format: 'I420' },
    ...{ pictureBytes: 1_382_400, fps: 25, durationUs: 1_000_000 },
  });
  source.setFullSize(false);
  expect(widths()).toEqual([1280]);
  source.setFullSize(true);
  source.setLimit({ width: 1920, height: 1080 });
  expect(widths()).toHaveLength(2);
  expect(widths().at(-1)).toBeGreaterThan(8192);
  source.end();
});
