/** What the sounds of a collection become: sources, channels, their filters, and what is said of each. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/obs-collection/json/parse-json.ts';
import { withNewPageIds } from '../../../../shared/studio/pages/new-page-ids.ts';
import type { ImportedDocument } from '../../../../shared/obs-collection/to-document.ts';
import { channelOf } from '../../../../shared/studio/document.ts';
import { studioDocumentSchema } from '../../../../shared/studio/document-schema.ts';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import {
  soundFilterDefaults,
  soundFilterSettingsSchema,
} from '../../../../shared/studio/mixer/sound-filter.ts';
import { texts } from '../../../../shared/text/text.ts';
import { collection, group, item, scene, source } from './builders.ts';
import { entriesOf, imported, sceneNamed, sourceNamed } from './imported.ts';

const MICROPHONE = 'pulse_input_capture';

function channelNamed(found: ImportedDocument, name: string): Channel | undefined {
  const { id } = sourceNamed(found, name);
  return found.document.channels.find(({ sourceId }) => sourceId === id);
}

/** Of a microphone that sounds in every scene. */
function withMicrophone(more: JsonObject, sources: readonly JsonObject[] = []): ImportedDocument {
  const found = imported(
    collection({
      sources: [...sources, scene('S', [])],
      AuxAudioDevice1: source(MICROPHONE, 'Mic', {}, more),
    }),
  );
  expect(studioDocumentSchema.safeParse(found.document).error).toBeUndefined();
  return found;
}

const detailsOf = (found: ImportedDocument, name: string) =>
  found.report.filter((entry) => entry.name === name).map(({ details }) => details);

describe('a source of sound', () => {
  test('is one of ours by its kind, with its name and its device’s', () => {
    const found = imported(
      collection({
        sources: [
          source('coreaudio_input_capture', 'Booth', { device_id: 'AppleUSB', device_name: 'USB mic' }),
          source('wasapi_process_output_capture', 'Call', { window: 'Room#3A 7:Chrome_Class:call.exe' }),
          source('sck_audio_capture', 'Whole Mac', { type: 0 }),
          source('sck_audio_capture', 'Player', { type: 1, application: 'com.example.player' }),
          source('wasapi_process_output_capture', 'Nothing yet', {}),
          scene(
            'S',
            ['Booth', 'Call', 'Whole Mac', 'Player', 'Nothing yet'].map((name) => item(name)),
          ),
        ],
        DesktopAudioDevice1: source('pulse_output_capture', 'Desktop', { device_id: 'default' }),
        DesktopAudioDevice2: source('pulse_output_capture', 'Headset', {
          device_id: 'alsa_output.usb.monitor',
        }),
      }),
    );
    const inputs = Object.fromEntries(
      found.document.sources.filter(({ kind }) => kind === 'audio').map(({ name, input }) => [name, input]),
    );
    expect(inputs).toEqual({
      Booth: { type: 'microphone', label: 'USB mic' },
      Call: { type: 'application', name: 'call.exe' },
      'Whole Mac': { type: 'system' },
      Player: { type: 'application', name: 'com.example.player' },
      'Nothing yet': { type: 'application', name: 'Nothing yet' },
      Desktop: { type: 'system' },
      Headset: { type: 'system' },
    });
    expect(channelOf(found.document).sourceId).toBe(sourceNamed(found, 'Booth').id);
    const told = ['Booth', 'Call', 'Whole Mac', 'Desktop', 'Headset'].map(
      (name) => entriesOf(found, name)[0],
    );
    expect(told).toEqual([
      ...['source whole', 'source partly chooseApplication', 'source whole', 'source whole'],
      'source partly chooseDevice',
    ]);
  });

  test('is heard in its scenes alone where it stands in scenes, also in a group', () => {
    const found = imported(
      collection({
        sources: [
          source(MICROPHONE, 'Guest'),
          source(MICROPHONE, 'Phone'),
          scene('A', [item('Guest'), item('G')]),
          scene('B', [item('Guest', { visible: false })]),
          scene('C', []),
        ],
        groups: [group('G', { width: 9, height: 9 }, [item('Phone')])],
      }),
    );
    expect(channelNamed(found, 'Guest')?.sceneIds).toEqual([sceneNamed(found, 'A').id]);
    expect(channelNamed(found, 'Phone')?.sceneIds).toEqual([sceneNamed(found, 'G').id]);
    // A source of sound is no item here, and nobody misses one.
    expect(sceneNamed(found, 'B').items).toEqual([]);
    expect(found.report.filter(({ subject }) => subject === 'item')).toEqual([]);
  });

  test('that is hidden everywhere, or stands nowhere, is muted, which is said', () => {
    const found = imported(
      collection({
        sources: [
          source(MICROPHONE, 'Hidden'),
          source(MICROPHONE, 'Nowhere'),
          scene('A', [item('Hidden', { visible: false })]),
        ],
      }),
    );
    expect(channelNamed(found, 'Hidden')).toMatchObject({
      isMuted: true,
      sceneIds: [sceneNamed(found, 'A').id],
    });
    expect(channelNamed(found, 'Nowhere')).toMatchObject({ isMuted: true });
    expect(entriesOf(found, 'Nowhere')).toEqual(['source partly hiddenSound']);
  });
});

describe('a channel', () => {
  test('has the level, the balance, the tracks and all else that the source has', () => {
    const found = withMicrophone({
      ...{ volume: 0.5, muted: true, balance: 0.25, mixers: 0b100010, monitoring_type: 2, flags: 2 },
      sync: -300_000_000,
    });
    expect(channelOf(found.document)).toEqual({
      ...{ id: 'main', sourceId: sourceNamed(found, 'Mic').id, isMuted: true, gain: 0.5 },
      ...{ syncOffsetMs: -300, balance: -0.5, isMono: true, tracks: [2, 6], monitoring: 'both' },
    });
    expect(entriesOf(found, 'Mic')).toEqual(['source whole']);
  });

  test.each<[JsonObject, Partial<Channel>, string]>([
    [{ volume: 9 }, { gain: 4 }, 'gain'],
    [{ sync: 20_000_000_000 }, { syncOffsetMs: 2000 }, 'syncOffset'],
    [{ sync: -2_000_000_000 }, { syncOffsetMs: -950 }, 'syncOffset'],
    [{ 'push-to-mute': true }, { isMuted: false }, 'pushToMute'],
  ])('with %o is as near as it can be, and that is said', (more, channel, parts) => {
    const found = withMicrophone(more);
    expect(channelOf(found.document)).toMatchObject(channel);
    expect(detailsOf(found, 'Mic')).toEqual([{ parts }]);
  });

  test('keeps the key that is held to talk, or is muted where that key has no name here', () => {
    const held = (key: string): JsonObject => ({
      ...{ 'push-to-talk': true, 'push-to-talk-delay': 9000 },
      hotkeys: { 'libobs.push-to-talk': [{ key, control: true, shift: true }] },
    });
    expect(channelOf(withMicrophone(held('OBS_KEY_F13')).document)).toMatchObject({
      ...{ isMuted: false, pushTo: { mode: 'talk', accelerator: 'Control+Shift+F13', releaseMs: 2000 } },
    });
    const found = withMicrophone(held('OBS_KEY_VK_MEDIA_PLAY'));
    expect(channelOf(found.document)).not.toHaveProperty('pushTo');
    expect(channelOf(found.document).isMuted).toBe(true);
    expect(entriesOf(found, 'Mic')).toEqual(['source partly pushKey']);
  });

  test('comes with media and pages, and with the file of a stinger', () => {
    const text = collection({
      sources: [
        source('ffmpeg_source', 'Clip', { local_file: '/a.mp4' }, { volume: 0.25, monitoring_type: 1 }),
        source('browser_source', 'Alerts', { url: 'https://a.example/?token=x', reroute_audio: true }),
        source('image_source', 'Logo', { file: '/a.png' }),
        scene('S', [item('Clip'), item('Alerts'), item('Logo')]),
      ],
      transitions: [{ name: 'Sting', id: 'obs_stinger_transition', settings: { path: '/s.webm' } }],
      current_transition: 'Sting',
    });
    const found = imported(text);
    expect(channelNamed(found, 'Clip')).toMatchObject({ gain: 0.25, monitoring: 'only' });
    expect(channelNamed(found, 'Alerts')).toMatchObject({ gain: 1 });
    expect(channelNamed(found, 'Sting')).toMatchObject({ gain: 1 });
    expect(channelNamed(found, 'Logo')).toBeUndefined();
    const { document } = withNewPageIds(found.document, () => 'another');
    expect(document.channels.map(({ sourceId }) => sourceId)).toContain('another');
    expect(studioDocumentSchema.safeParse(document).success).toBe(true);
  });
});

describe('filters of sound', () => {
  const one = (kind: string, settings: JsonObject) => {
    const found = withMicrophone({ filters: [source(kind, 'F', settings)] });
    const [filter] = channelOf(found.document).filters ?? [];
    return { settings: filter?.settings, entries: entriesOf(found, 'F'), details: detailsOf(found, 'F') };
  };

  test.each<[string, JsonObject, object]>([
    ['gain_filter', { db: 45 }, { type: 'gain', db: 30 }],
    ['noise_gate_filter', {}, soundFilterDefaults.gate],
    ['noise_gate_filter', { open_threshold: -40, hold_time: 90 }, { openDb: -40, holdMs: 90 }],
    ['expander_filter', {}, soundFilterDefaults.expander],
    [
      'expander_filter',
      { presets: 'gate', detector: 'peak' },
      { ratio: 10, releaseMs: 125, detector: 'peak' },
    ],
    ['upward_compressor_filter', {}, soundFilterDefaults.upward],
    ['compressor_filter', {}, soundFilterDefaults.compressor],
    ['compressor_filter', { ratio: 3, output_gain: 6 }, { ratio: 3, outputDb: 6 }],
    ['limiter_filter', {}, soundFilterDefaults.limiter],
    ['basic_eq_filter', { low: -3, high: 99 }, { type: 'threeBand', lowDb: -3, midDb: 0, highDb: 20 }],
    ['noise_suppress_filter_v2', {}, { type: 'noise' }],
    ['invert_polarity_filter', {}, { type: 'invert' }],
  ])('%s is taken whole, %o', (kind, settings, wanted) => {
    const found = one(kind, settings);
    expect(found.settings).toMatchObject(wanted);
    expect(soundFilterSettingsSchema.safeParse(found.settings).success).toBe(true);
    expect(found.entries).toEqual(['filter whole']);
  });

  test.each<[string, JsonObject, string]>([
    ['noise_suppress_filter_v2', { method: 'speex' }, 'suppression'],
    ['noise_suppress_filter', {}, 'suppression'],
    ['upward_compressor_filter', { output_gain: 3 }, 'outputGain'],
    ['compressor_filter', { sidechain_source: 'Gone' }, 'sideChain'],
  ])('%s loses what has no counterpart, %o', (kind, settings, parts) => {
    const found = one(kind, settings);
    expect(soundFilterSettingsSchema.safeParse(found.settings).success).toBe(true);
    expect(found.entries).toEqual(['filter partly filterParts']);
    expect(found.details).toEqual([{ parts }]);
  });

  test('of plug-ins are left out by name', () => {
    expect(one('vst_filter', {})).toMatchObject({ settings: undefined, entries: ['filter not kindUnknown'] });
  });

  test('keep their order and their switches, and stand apart from those of the picture', () => {
    const filters = [
      source('noise_gate_filter', 'Gate', {}, { enabled: false }),
      source('sharpness_filter_v2', 'Sharp'),
      source('limiter_filter', 'Limit'),
    ];
    const clip = source('ffmpeg_source', 'Clip', { local_file: '/a.mp4' }, { filters });
    const found = imported(collection({ sources: [clip, scene('S', [item('Clip')])] }));
    expect(channelNamed(found, 'Clip')?.filters?.map(({ name, isEnabled }) => [name, isEnabled])).toEqual([
      ['Gate', false],
      ['Limit', true],
    ]);
    const clipSource = sourceNamed(found, 'Clip');
    expect('filters' in clipSource && clipSource.filters?.map(({ name }) => name)).toEqual(['Sharp']);
    for (const name of ['Gate', 'Sharp', 'Limit']) expect(entriesOf(found, name)).toEqual(['filter whole']);
  });

  test('listen to the channel of the source that they name', () => {
    const ducked = source('compressor_filter', 'Duck', { sidechain_source: 'Mic' });
    const music = source('pulse_output_capture', 'Music', {}, { filters: [ducked] });
    const found = withMicrophone({}, [music, scene('M', [item('Music')])]);
    expect(channelNamed(found, 'Music')?.filters?.[0]?.settings).toMatchObject({ sideChannelId: 'main' });
    expect(entriesOf(found, 'Duck')).toEqual(['filter whole']);
  });
});

test('every loss has its words', () => {
  const found = withMicrophone({
    ...{ volume: 9, sync: 9e9, 'push-to-talk': true },
    filters: [source('noise_suppress_filter', 'Old'), source('vst_filter', 'Reverb')],
  });
  const sentences = found.report
    .filter(({ taken }) => taken !== 'whole')
    .map((entry) => texts.obsImport.entry(entry));
  expect(sentences).toEqual([
    'Source “Mic”: without its original gain (the maximum is 12 dB) and its original sync offset (the range is −950 ms to 2 s).',
    'Source “Mic”: muted, because Upcast couldn’t import its push-to-talk key; set a key, then unmute the source.',
    'Filter “Old”: without its noise suppression method (Upcast uses RNNoise instead).',
    'Filter “Reverb”: left out, because Upcast doesn’t recognize “vst_filter”.',
  ]);
});

describe('the sound of a captured picture', () => {
  const DEVICE = 'Game Capture#3A HD60:\\\\?\\swdevice';

  test('is a channel of its own in the scenes of the picture, with its level and its filters of sound', () => {
    const found = imported(
      collection({
        sources: [
          source(
            'dshow_input',
            'Console',
            { video_device_id: 'HD60:\\\\?\\usb', use_custom_audio_device: true, audio_device_id: DEVICE },
            {
              ...{ volume: 0.5, muted: true },
              filters: [source('gain_filter', 'Louder', { db: 6 }), source('crop_filter', 'Crop', {})],
            },
          ),
          source('game_capture', 'Game', { capture_audio: true, window: 'Title:Class:game.exe' }),
          scene('A', [item('Console'), item('Game')]),
          scene('B', []),
        ],
      }),
    );
    expect(studioDocumentSchema.safeParse(found.document).error).toBeUndefined();
    expect(sourceNamed(found, 'Console').input).toMatchObject({ type: 'camera', label: 'HD60' });
    expect(sourceNamed(found, 'Console audio').input).toEqual({
      ...{ type: 'microphone', label: 'Game Capture: HD60' },
    });
    expect(sourceNamed(found, 'Game audio').input).toEqual({ type: 'application', name: 'game.exe' });
    const channel = channelNamed(found, 'Console audio');
    expect(channel).toMatchObject({ isMuted: true, gain: 0.5, sceneIds: [sceneNamed(found, 'A').id] });
    expect(channel?.filters?.map(({ name }) => name)).toEqual(['Louder']);
    expect(found.report.filter(({ reason }) => reason === 'filterSilent')).toEqual([]);
    // Both devices are found again by their names; an application may have another name here.
    expect(entriesOf(found, 'Console')).toEqual(['source whole', 'source whole']);
    expect(entriesOf(found, 'Game')).toContain('source partly chooseApplication');
  });

  test('comes with a screen of macOS, and is none where OBS plays it on the speakers', () => {
    const camera = { use_custom_audio_device: true, audio_device_id: DEVICE };
    const found = imported(
      collection({
        sources: [
          source('screen_capture', 'Mac screen', { type: 0 }),
          source('dshow_input', 'Played', { ...camera, audio_output_mode: 1 }),
          source('dshow_input', 'Plain', {}),
          source('window_capture', 'Silent window', { window: 'Title:Class:editor.exe' }),
          scene(
            'S',
            ['Mac screen', 'Played', 'Plain', 'Silent window'].map((name) => item(name)),
          ),
        ],
      }),
    );
    expect(sourceNamed(found, 'Mac screen').input).toMatchObject({ type: 'screen', hasSound: true });
    expect(channelNamed(found, 'Mac screen')).toBeDefined();
    expect(found.document.sources.filter(({ kind }) => kind === 'audio')).toEqual([]);
  });

  test('of a capture card that can’t be told is named in the report', () => {
    const found = imported(
      collection({ sources: [source('decklink-input', 'Card', {}), scene('S', [item('Card')])] }),
    );
    expect(entriesOf(found, 'Card')).toEqual(['source partly ownSound']);
    const [entry] = found.report.filter(({ name }) => name === 'Card');
    expect(entry && texts.obsImport.entry(entry)).toBe(
      'Source “Card”: without its audio; add the device’s audio as a microphone.',
    );
  });
});
