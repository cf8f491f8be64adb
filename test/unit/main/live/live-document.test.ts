import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveDocument } from '../../../../electron/main/live/live-document.ts';
import type { LiveDocument } from '../../../../electron/main/live/live-document.ts';
import { importLines } from '../../../../electron/main/live/live-text.ts';
import { parseLiveOptions } from '../../../../electron/main/live/options.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import {
  audioInputOf,
  channelOf,
  encodingOf,
  mainSceneOf,
  videoInputOf,
} from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { someText } from '../../../support/studio/any-command.ts';
import { threeScenes } from '../../../support/studio/live-collections.ts';
import { collection, item, scene, source } from '../../shared/obs-collection/builders.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-collection-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(...args: readonly string[]): LiveDocument {
  return openLiveDocument(parseLiveOptions(['--rehearse', ...args]));
}

function write(content: unknown): string {
  const path = join(folder, 'collection.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The message of what `open` refuses. */
function refusalOf(...args: readonly string[]): string {
  try {
    open(...args);
  } catch (error) {
    const { code, details } = toAppError(error);
    expect(code).toMatch(/^input\/bad-(file|option)$/);
    return String(details['message']);
  }
  throw new Error('nothing was refused');
}

describe('a source of the options', () => {
  it('is one scene with the options’ encoding', () => {
    const { document } = open('--source', 'pattern', '--size', '640x360', '--fps', '25');
    expect(videoInputOf(document)).toEqual({ type: 'pattern' });
    expect(audioInputOf(document)).toEqual({ type: 'source' });
    expect(encodingOf(document)).toEqual({ ...defaultEncodingProfile, width: 640, height: 360, fps: 25 });
  });

  it('is no picture of the page where the engine plays a file', () => {
    const { document } = open('--source', 'file:clip.mp4');
    expect(videoInputOf(document)).toEqual({ type: 'none' });
    expect(audioInputOf(document)).toEqual({ type: 'none' });
    expect(audioInputOf(open('--source', 'file:clip.mp4', '--audio', 'mic').document)).toEqual({
      type: 'microphone',
    });
  });
});

describe('a collection', () => {
  it('is taken as it stands', () => {
    expect(open('--collection', write(threeScenes()))).toEqual({
      document: threeScenes(),
      importReport: [],
      importedPages: [],
    });
  });

  it('begins with the scene that is asked for', () => {
    const path = write(threeScenes());
    expect(mainSceneOf(open('--collection', path, '--scene', 'Blue').document).name).toBe('Blue');
    expect(refusalOf('--collection', path, '--scene', 'Green')).toBe(
      'The collection has no scene named “Green”. It has “Pattern”, “Red”, and “Blue”.',
    );
  });

  it('has the encoding and the sound of the options where they say one, else its own', () => {
    const path = write(threeScenes());
    const { document } = open('--collection', path, '--size', '320x180', '--audio', 'none');
    expect(encodingOf(document)).toEqual({
      ...defaultEncodingProfile,
      ...{ width: 320, height: 180, videoKbps: 4000 },
    });
    expect(audioInputOf(document)).toEqual({ type: 'none' });
    expect(document.scenes).toEqual(threeScenes().scenes);
  });

  it('mutes the sources that are named, and streams the track that is asked for', () => {
    const path = write(threeScenes());
    const { document } = open('--collection', path, '--mute', 'Tone', '--track', '3');
    expect(channelOf(document).isMuted).toBe(true);
    expect(document.mixer).toEqual({ streamTrack: 3 });
    expect(refusalOf('--collection', path, '--mute', 'Guest')).toBe(
      'No audio source is named “Guest”. The mixer has “Tone”.',
    );
    expect(refusalOf('--source', 'pattern', '--audio', 'none', '--mute', 'Guest')).toBe(
      'There’s no audio source named “Guest”: the mixer is empty.',
    );
  });

  it('finds images and texts beside its file', () => {
    const found = (input: object): unknown => {
      const { sources, ...others } = threeScenes();
      const more = { id: 'more', name: 'More', kind: 'video', input };
      const path = write({ ...others, sources: [...sources, more] });
      return open('--collection', path).document.sources.at(-1)?.input;
    };
    expect(found({ type: 'image', path: 'images/a.png' })).toEqual({
      ...{ type: 'image', path: join(folder, 'images/a.png') },
    });
    expect(found({ type: 'image', path: '/srv/a.png' })).toEqual({ type: 'image', path: '/srv/a.png' });
    const slides = { type: 'slideshow', width: 64, height: 36, slideMs: 1000, fadeMs: 0, order: 'loop' };
    expect(found({ ...slides, paths: ['a.png', '/srv/b.png'] })).toMatchObject({
      paths: [join(folder, 'a.png'), '/srv/b.png'],
    });
    expect(found({ ...someText, content: { type: 'file', path: 'score.txt' } })).toMatchObject({
      content: { path: join(folder, 'score.txt') },
    });
  });
});

describe('a collection that is wrong', () => {
  const changed = (change: (document: StudioDocument) => unknown): string =>
    refusalOf('--collection', write(change(threeScenes())));

  it.each([
    ['no JSON', '{"sources": [', /isn’t valid JSON\.$/],
    ['a list', [], /The JSON must be an object\.$/],
    ['nothing', {}, /sources” is missing\.$/],
  ])('is refused: %s', (_what, content, message) => {
    expect(refusalOf('--collection', write(content))).toMatch(message);
  });

  it('is refused with the field and what is wrong with it', () => {
    const [first, ...others] = threeScenes().scenes;
    const withItem = (item_: object): unknown => ({
      ...threeScenes(),
      scenes: [{ ...first, items: [{ ...first?.items[0], ...item_ }] }, ...others],
    });
    expect(changed(() => withItem({ opacity: 2 }))).toMatch(
      /scenes\[0\]\.items\[0\]\.opacity” must be 1 or less\.$/,
    );
    expect(changed(() => withItem({ isVisible: 'yes' }))).toMatch(
      /items\[0\]\.isVisible” must be true or false\.$/,
    );
    expect(changed(() => withItem({ blend: 'add' }))).toMatch(
      /items\[0\]” has a field Upcast doesn’t recognize: blend\.$/,
    );
    expect(changed(() => withItem({ sourceId: 'gone' }))).toMatch(
      /scenes\[0\]\.items\[0\]\.sourceId” refers to something that isn’t in this file\.$/,
    );
    expect(
      changed((document) => ({ ...document, canvases: [{ ...document.canvases[0], sceneId: 'gone' }] })),
    ).toMatch(/canvases\[0\]\.sceneId” refers to something that isn’t in this file\.$/);
    expect(
      changed((document) => ({ ...document, scenes: [first, { ...others[0], id: first?.id }] })),
    ).toMatch(/scenes\[1\]\.id” has the same ID as another item\.$/);
    expect(
      changed((document) => ({
        ...document,
        scenes: document.scenes.map((each) => ({ ...each, name: 'Same' })),
      })),
    ).toMatch(/scenes\[1\]\.name” has the same name as another item\.$/);
    expect(
      changed((document) => ({
        ...document,
        sources: document.sources.map((each, index) =>
          index === 1 ? { ...each, input: { type: 'hologram' } } : each,
        ),
      })),
    ).toMatch(/sources\[1\]\.input\.type” has a value Upcast doesn’t recognize\.$/);
  });

  it('is refused by its name, or else the file’s, where a newer version saved it', () => {
    const newer = { format: 'upcast-collection', version: 99 };
    const refusal = (name: string): unknown =>
      expect.objectContaining({
        code: 'settings/newer-version',
        details: { reason: 'collectionNewer', name },
      });
    expect(() => open('--collection', write({ ...newer, name: 'Show' }))).toThrow(refusal('Show'));
    expect(() => open('--collection', write(newer))).toThrow(refusal('collection.json'));
  });

  it('is refused where it is not there, a folder, or too large', () => {
    expect(refusalOf('--collection', join(folder, 'no-such-file'))).toMatch(/can’t read .*no-such-file\.$/);
    expect(refusalOf('--collection', folder)).toMatch(/: can’t read /);
    expect(refusalOf('--collection', write(' '.repeat(16 * 1024 * 1024 + 1)))).toMatch(/is too large\.$/);
  });
});

describe('a collection of OBS', () => {
  const colour = source('color_source_v3', 'Card', { color: 0xff_20_40_80, width: 1920, height: 1080 });
  const page = source('browser_source', 'Alerts', { url: 'https://alerts.example.com/T0ken' });
  const clip = source('ffmpeg_source', 'Relay', {
    is_local_file: false,
    input: 'https://relay.example.com/T0ken',
  });
  const obs = (): string =>
    write(
      collection({
        resolution: { x: 1920, y: 1080 },
        sources: [
          colour,
          ...[page, clip],
          scene('Game', [item('Card'), item('Alerts'), item('Relay')]),
          scene('Pause', [item('Card')]),
        ],
      }),
    );

  it('is streamed in the size of its canvas, or in that of the options', () => {
    expect(encodingOf(open('--import-obs', obs()).document)).toMatchObject({ width: 1920, height: 1080 });
    expect(encodingOf(open('--import-obs', obs(), '--size', '640x360').document)).toMatchObject({
      width: 640,
      height: 360,
    });
  });

  it('begins with the scene that is asked for', () => {
    expect(mainSceneOf(open('--import-obs', obs(), '--scene', 'Pause').document).name).toBe('Pause');
    expect(refusalOf('--import-obs', obs(), '--scene', 'Ende')).toMatch(/It has “Game” and “Pause”\.$/);
  });

  it('says in sentences what is left out, and no address', () => {
    const lines = importLines(open('--import-obs', obs()).importReport);
    expect(lines[0]).toMatch(/^Imported from OBS: \d+ as is, \d+ with changes, \d+ left out\.$/);
    expect(lines).toContain(
      '  Source “Relay”: left out, because Upcast doesn’t support this type yet (address: relay.example.com).',
    );
    expect(lines.join('\n')).not.toContain('T0ken');
  });

  it('brings the addresses of its pages beside the document, which has their hosts alone', () => {
    const { document, importedPages } = open('--import-obs', obs());
    const alerts = document.sources.find(({ name }) => name === 'Alerts');
    expect(alerts?.input).toMatchObject({ type: 'page', host: 'alerts.example.com' });
    expect(importedPages).toMatchObject([
      { sourceId: alerts?.id, host: 'alerts.example.com', address: 'https://alerts.example.com/T0ken' },
    ]);
    expect(JSON.stringify(document)).not.toContain('T0ken');
  });

  it('is refused where it is no such file', () => {
    expect(refusalOf('--import-obs', write({ version: 2 }))).toMatch(/isn’t a collection Upcast can import/);
    expect(refusalOf('--import-obs', write('{"sources": ['))).toMatch(/damaged/);
  });
});
