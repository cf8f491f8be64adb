/** What the sources of a collection become, kind by kind. */
import { describe, expect, test } from 'vitest';
import { collection, item, scene, source } from './builders.ts';
import { entriesOf, imported, sourceNamed } from './imported.ts';
import * as ten from './ten-collections.ts';

describe('devices', () => {
  const found = imported(ten.plugIns());

  test('that were chosen in OBS are found by their names or to be chosen again, and none stands in for another meanwhile', () => {
    expect(sourceNamed(found, 'Camera').input).toEqual({ type: 'camera', label: 'HD Webcam' });
    expect(sourceNamed(found, 'Second screen').input).toMatchObject({
      type: 'screen',
      sourceId: 'screen:obs:1',
    });
    expect(sourceNamed(found, 'Game').input).toMatchObject({ type: 'screen', sourceId: 'window:obs' });
    expect(sourceNamed(found, 'Screen').input).toEqual({ type: 'screen' });
    expect(sourceNamed(found, 'Editor').input).toMatchObject({ title: 'notes: today', program: 'edit.exe' });
    expect(sourceNamed(found, 'Terminal').input).toMatchObject({ title: 'vim', program: 'xterm' });
    const names = ['Camera', 'Second screen', 'Game', 'Screen', 'Editor'];
    expect(names.flatMap((name) => entriesOf(found, name))).toEqual([
      'source whole',
      'source partly chooseScreen',
      'source partly chooseWindow',
      'source whole',
      'source partly chooseWindow',
    ]);
  });

  test('that sound in every scene have their channels, the microphone’s first', () => {
    const microphone = sourceNamed(found, 'Mic/Aux');
    expect(microphone.input).toEqual({ type: 'microphone' });
    expect(found.document.channels[0]).toEqual({
      ...{ id: 'main', sourceId: microphone.id, isMuted: true, gain: 0.5 },
    });
    const { id: desktopId } = sourceNamed(found, 'Desktop Audio');
    expect(found.document.channels.map(({ sourceId }) => sourceId)).toContain(desktopId);
    expect(['Mic/Aux', 'Guest', 'Desktop Audio'].flatMap((name) => entriesOf(found, name))).toEqual([
      'source whole',
      ...['source partly chooseDevice', 'source partly audioParts', 'source partly hiddenSound'],
      'source whole',
    ]);
  });
});

test('kinds that Upcast doesn’t know are named with what they were', () => {
  const found = imported(ten.plugIns());
  const names = [
    'Second PC',
    'Blur',
    'Reverb',
    'Pango',
    'Clip',
    'List',
    'Gone',
    'modules',
    'saved_projectors',
  ];
  expect(names.flatMap((name) => entriesOf(found, name))).toEqual([
    'source not kindUnknown',
    'filter not kindUnknown',
    'filter not filterSilent',
    'source not kindUnknown',
    'source whole',
    'source partly mediaParts',
    'item not missing',
    'setting not notOurs',
    'setting not notOurs',
  ]);
  expect(found.document.sources.map(({ name }) => name)).toContain('From the future');
});

describe('media', () => {
  const found = imported(
    collection({
      sources: [
        source('ffmpeg_source', 'Plain', { local_file: '/videos/a.mp4' }, { muted: true }),
        source('ffmpeg_source', 'Loop', {
          ...{ local_file: 'C:\\videos\\loop.mov', looping: true, clear_on_media_end: false },
          ...{ restart_on_activate: false, speed_percent: 150, close_when_inactive: true },
        }),
        source('ffmpeg_source', 'Odd', {
          ...{ local_file: '/videos/odd.mkv', speed_percent: 10, color_range: 2, linear_alpha: true },
          ffmpeg_options: 'skip_loop_filter=all',
        }),
        source('ffmpeg_source', 'Share', { local_file: '\\\\server\\videos\\a.mp4' }),
        source('ffmpeg_source', 'Empty', {}),
        source('ffmpeg_source', 'Stream', {
          is_local_file: false,
          input: 'srt://live.example.com:9000?passphrase=x',
        }),
        source(
          'vlc_source',
          'List',
          {
            ...{ shuffle: true, loop: false, playback_behavior: 'pause_unpause', subtitle_enable: true },
            playlist: [
              { value: '/videos/a.mp4' },
              { value: 'https://example.com/b.mp4' },
              { value: '/videos/c.mp4' },
            ],
          },
          { muted: true },
        ),
        source('vlc_source', 'Usual', { playlist: [{ value: '/videos/a.mp4' }] }, { muted: true }),
        source(
          'vlc_source',
          'On',
          { playlist: [{ value: '/a.mp4' }], playback_behavior: 'always_play' },
          { muted: true },
        ),
        scene('Main', []),
      ],
    }),
  );

  test('plays as in OBS: loop, restart when shown, speed, and what follows its end', () => {
    expect(sourceNamed(found, 'Plain').input).toEqual({
      ...{ type: 'media', paths: ['/videos/a.mp4'], order: 'inTurn', isLooping: false },
      ...{ whenHidden: 'restart', atEnd: 'nothing', speed: 1 },
    });
    expect(sourceNamed(found, 'Loop').input).toMatchObject({
      ...{
        paths: ['C:\\videos\\loop.mov'],
        isLooping: true,
        whenHidden: 'playOn',
        atEnd: 'lastPicture',
        speed: 1.5,
      },
    });
    expect(sourceNamed(found, 'Odd').input).toMatchObject({ speed: 0.25 });
  });

  test('a play list keeps its order, and what it does while it is hidden', () => {
    expect(sourceNamed(found, 'List').input).toMatchObject({
      ...{
        paths: ['/videos/a.mp4', '/videos/c.mp4'],
        order: 'random',
        isLooping: false,
        whenHidden: 'pause',
      },
    });
    expect(sourceNamed(found, 'Usual').input).toMatchObject({
      order: 'inTurn',
      isLooping: true,
      whenHidden: 'restart',
    });
    expect(sourceNamed(found, 'On').input).toMatchObject({ whenHidden: 'playOn' });
  });

  test('what has no counterpart is named, and a network stream with its host alone', () => {
    const said = (name: string) =>
      found.report.filter((entry) => entry.name === name).map(({ reason, details }) => [reason, details]);
    expect(['Plain', 'Usual', 'On'].flatMap(said)).toEqual([
      [undefined, {}],
      [undefined, {}],
      [undefined, {}],
    ]);
    expect(said('Loop')).toEqual([[undefined, {}]]);
    expect(said('Odd')).toEqual([['mediaParts', { parts: 'speed colorRange linearAlpha options' }]]);
    expect(said('List')).toEqual([['mediaParts', { parts: 'files subtitles' }]]);
    expect(said('Share')).toEqual([['networkFile', {}]]);
    expect(said('Empty')).toEqual([['noFile', {}]]);
    expect(said('Stream')).toEqual([['kindLater', { host: 'live.example.com' }]]);
  });
});

describe('texts', () => {
  const found = imported(ten.textsAndColours());

  test('keep what Upcast draws', () => {
    expect(sourceNamed(found, 'Title').input).toEqual({
      ...{ type: 'text', text: 'Grüße 👋', family: 'DejaVu Sans', sizePx: 64 },
      ...{ isBold: true, isItalic: true, isUnderlined: true, isStruckOut: false },
      ...{ colour: '#ff8000ff', background: '#00000000', alignment: 'left', wrapWidth: 600, lineSpacing: 1 },
      outline: { widthPx: 2, colour: '#000000ff' },
      shadow: { offsetX: 4, offsetY: 4, blurPx: 0, colour: '#000000ff' },
    });
    expect(sourceNamed(found, 'Old title').input).toMatchObject({
      sizePx: 32,
      colour: '#ffffffff',
      text: '',
    });
    expect(sourceNamed(found, 'Score').input).toMatchObject({
      ...{
        text: 'HOME 1',
        colour: '#1122337f',
        background: '#aabbccff',
        alignment: 'centre',
        wrapWidth: 500,
      },
      gradient: {
        angle: 90,
        stops: [
          { at: 0, colour: '#1122337f' },
          { at: 1, colour: expect.stringMatching(/^#0000ff/) as unknown },
        ],
      },
      ...{ isBold: false, isItalic: true, isStruckOut: true, outline: { widthPx: 3, colour: '#000000ff' } },
    });
  });

  test('say which of their parts are lost', () => {
    const parts = ['Title', 'Score', 'Chat'].map(
      (name) => found.report.find((entry) => entry.name === name)?.details['parts'],
    );
    expect(parts).toEqual([undefined, 'box verticalAlign', 'file']);
  });

  test('and colours are those of OBS, with their alpha', () => {
    expect(sourceNamed(found, 'Half red').input).toEqual({
      type: 'colour',
      colour: '#ff000080',
      width: 10,
      height: 20,
    });
    expect(sourceNamed(found, 'Usual').input).toEqual({
      type: 'colour',
      colour: '#d1d1d1ff',
      width: 1920,
      height: 1080,
    });
    expect(sourceNamed(found, 'Signed').input).toMatchObject({ colour: '#00ff00ff' });
  });
});

test.each(['\\\\server\\share\\a.png', '//server/share/a.png', 'a.png', './a.png', ''])(
  'a picture at %j is left out and named',
  (file) => {
    const found = imported(
      collection({
        sources: [source('image_source', 'Picture', { file }), scene('Main', [item('Picture')])],
      }),
    );
    expect(found.document.sources).toEqual([]);
    expect(entriesOf(found, 'Picture')).toEqual([
      `source not ${/^[\\/]{2}/.test(file) ? 'networkFile' : 'noFile'}`,
    ]);
  },
);
