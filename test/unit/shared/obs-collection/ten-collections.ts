/** Ten collections with what real files have: versions, geometry, nesting, texts, repeated names, plug-ins, tokens, filters. */
import { collection, FULL_HD, group, item, oldCollection, relativeItem, scene, source } from './builders.ts';
import type { JsonObject } from '../../../../shared/obs-collection/json/parse-json.ts';

/** Stands in addresses; no part of a result or a report may hold it. */
export const TOKEN = 'T0ken-9f8e7d6c5b4a';
const PAGE = `https://user:${TOKEN}@alerts.example.com:8443/box/${TOKEN}?token=${TOKEN}#${TOKEN}`;

const BOUNDS_TYPES = [0, 1, 2, 3, 4, 5, 6];
const ALIGNMENTS = [5, 4, 6, 1, 0, 2, 9, 8, 10];

const colour = (name: string, width: number, height: number): JsonObject =>
  source('color_source_v3', name, { color: 0xff_20_40_80, width, height });

/** Made by OBS 27: no version, no size, kinds without a version, groups among the sources. */
export function oldAbsolute(): string {
  const old = { uuid: undefined, versioned_id: undefined } as unknown as JsonObject;
  return oldCollection({
    current_transition: 'Cut',
    sources: [
      source('color_source', 'Ground', { color: 4_278_190_335, width: 1280, height: 720 }, old),
      source('image_source', 'Logo', { file: 'C:/Bilder/logo.png' }, old),
      group('Corner', { width: 400, height: 300 }, [item('Logo', { pos: { x: 10, y: 20 } })]),
      scene(
        'Main',
        [item('Ground'), item('Corner', { pos: { x: 800.5, y: 300 }, scale: { x: 0.5, y: 0.5 } })],
        old,
      ),
    ],
  });
}

export function relativeOtherCanvas(): string {
  const canvas = { width: 2560, height: 1440 };
  const box = { x: 640, y: 360 };
  const at = { pos: { x: 1920, y: 1080 }, scale: { x: 2, y: 2 }, bounds: box };
  return collection({
    resolution: { x: canvas.width, y: canvas.height },
    sources: [
      colour('Card', 320, 180),
      scene('Main', [
        relativeItem('Card', canvas, at),
        relativeItem('Card', canvas, at, { bounds_type: 2, scale_ref: { x: 1280, y: 720 } }),
      ]),
    ],
  });
}

export function turnedCroppedMirrored(): string {
  return collection({
    resolution: { x: 1280, y: 720 },
    sources: [
      colour('Card', 400, 300),
      scene('Main', [
        item('Card', {
          pos: { x: 640, y: 360 },
          rot: 30,
          align: 0,
          crop_left: 40,
          crop_top: 20,
          crop_right: 60,
          crop_bottom: 80,
        }),
        item('Card', { pos: { x: 1000, y: 100.5 }, rot: 90, scale: { x: -1.5, y: 0.5 } }),
        item('Card', { pos: { x: 200, y: 600 }, rot: -450, scale: { x: 1, y: -1 }, align: 10 }),
      ]),
    ],
  });
}

/** Every way to fit with every alignment of the picture in its box, cut and not. */
export function allBounds(): string {
  const items = BOUNDS_TYPES.flatMap((bounds_type) =>
    ALIGNMENTS.flatMap((bounds_align, index) =>
      [true, false].map((bounds_crop) => ({
        ...{ bounds_type, bounds_align, bounds_crop },
        align: ALIGNMENTS[(index + bounds_type) % ALIGNMENTS.length] ?? 5,
        pos: { x: 300 + 10 * index, y: 200 + 20 * bounds_type },
        bounds: { x: 300, y: 200 + 100 * (index % 2) },
      })),
    ),
  );
  return collection({
    resolution: { x: 1280, y: 720 },
    sources: [
      colour('Wide', 640, 120),
      scene(
        'Main',
        items.map((each) => item('Wide', each)),
      ),
    ],
  });
}

/** A group's children stand beside it once more for old versions of OBS. */
export function nestedWithBackups(): string {
  const child = relativeItem('Card', FULL_HD, {
    pos: { x: 30, y: 40 },
    scale: { x: 1, y: 1 },
    bounds: { x: 0, y: 0 },
  });
  return collection({
    sources: [
      colour('Card', 200, 100),
      scene('Inner', [item('Card', { pos: { x: 100, y: 50 } })]),
      scene('Main', [
        item('Inner', { scale: { x: 0.5, y: 0.5 }, crop_left: 192, crop_top: 108 }),
        item('Corner', { pos: { x: 500, y: 400 }, scale: { x: 2, y: 2 } }),
        item('Card', { pos: { x: 560, y: 480 }, scale: { x: 2, y: 2 }, group_item_backup: true }),
        item('Loop'),
      ]),
      scene('Loop', [item('Main'), item('Card')]),
    ],
    groups: [group('Corner', { width: 230, height: 140 }, [child])],
    scene_order: [{ name: 'Main' }, { name: 'Inner' }],
    current_scene: 'Inner',
    current_program_scene: 'Main',
  });
}

export function textsAndColours(): string {
  return collection({
    sources: [
      source('text_ft2_source_v2', 'Title', {
        text: 'Grüße 👋',
        font: { face: 'DejaVu Sans', style: 'Bold Oblique', size: 64, flags: 5 },
        color1: 0xff_00_80_ff,
        color2: 0xff_00_80_ff,
        outline: true,
        drop_shadow: true,
        word_wrap: true,
        custom_width: 600,
      }),
      source('text_ft2_source', 'Old title', {}),
      source('text_gdiplus_v3', 'Score', {
        text: 'home 1',
        font: { face: 'Consolas', size: 48, flags: 10 },
        color: 0x33_22_11,
        opacity: 50,
        bk_color: 0xcc_bb_aa,
        bk_opacity: 100,
        outline: true,
        outline_size: 3,
        outline_color: 0,
        align: 'center',
        transform: 1,
        extents: true,
        extents_cx: 500,
        extents_cy: 120,
        valign: 'bottom',
        gradient: true,
        gradient_color: 0xff_00_00,
      }),
      source('text_gdiplus_v2', 'Chat', { read_from_file: true, file: 'C:/chat.txt', chatlog: true }),
      source('color_source_v3', 'Half red', { color: 0x80_00_00_ff, width: 10, height: 20 }),
      source('color_source_v3', 'Usual', {}),
      source('color_source_v2', 'Signed', { color: -16_711_936 }),
      scene(
        'Main',
        ['Title', 'Old title', 'Score', 'Chat', 'Half red', 'Usual', 'Signed'].map((name) => item(name)),
      ),
    ],
  });
}

export function repeatedNames(): string {
  const nameless = { source_uuid: '', name: 'Same' };
  return collection({
    sources: [
      source('color_source_v3', 'Same', { width: 1 }),
      source('color_source_v3', 'Same', { width: 2 }, { uuid: 'other' }),
      source('color_source_v3', '', { width: 3 }, { uuid: 'nameless' }),
      source('color_source_v3', ' \u202e\n ', { width: 4 }, { uuid: 'odd' }),
      scene(
        'Same',
        [
          item('Same', nameless),
          item('Same', { source_uuid: 'other' }),
          item('', { source_uuid: 'nameless' }),
        ],
        {
          uuid: 'scene',
        },
      ),
    ],
    scene_order: [{ name: 'Gone' }, { name: 'Same' }],
    current_scene: 'Gone',
    current_program_scene: 'Gone as well',
  });
}

export function plugIns(): string {
  return collection({
    sources: [
      source(
        'ndi_source',
        'Second PC',
        { ndi_source_name: `PC (${TOKEN})` },
        {
          filters: [
            source('streamfx-filter-blur', 'Blur', { key: TOKEN }),
            source('vst_filter', 'Reverb', {}),
          ],
        },
      ),
      source('text_pango_source', 'Pango', { text: TOKEN }),
      source('image_source_v9', 'From the future', { file: '/pictures/a.png' }),
      source('ffmpeg_source', 'Clip', { local_file: '/videos/clip.mp4' }),
      source('vlc_source', 'List', { playlist: [{ value: PAGE }, { value: '/videos/b.mp4' }] }),
      source('slideshow_v2', 'Slides', { files: [{ value: '/a.png' }, { value: '/b.png' }, null] }),
      source('game_capture', 'Game', {}),
      source('window_capture', 'Editor', { window: 'notes#3A today:Editor:edit.exe' }),
      source('xcomposite_input', 'Terminal', { capture_window: '62914561\r\nvim\r\nxterm' }),
      source('monitor_capture', 'Second screen', { monitor: 1 }),
      source('xshm_input', 'Screen', {}),
      source('dshow_input', 'Camera', { video_device_id: 'HD Webcam:\\\\?\\usb#22vid_046d' }),
      source(
        'pulse_input_capture',
        'Guest',
        { device_id: 'alsa_input.usb' },
        { volume: 9, sync: 20_000_000, mixers: 2 },
      ),
      scene(
        'Main',
        ['Second PC', 'Clip', 'Game', 'Editor', 'Terminal', 'Screen', 'Camera', 'Gone'].map((name) =>
          item(name),
        ),
      ),
    ],
    AuxAudioDevice1: source(
      'wasapi_input_capture',
      'Mic/Aux',
      { device_id: 'default' },
      { muted: true, volume: 0.5 },
    ),
    DesktopAudioDevice1: source('wasapi_output_capture', 'Desktop Audio', { device_id: 'default' }),
    modules: { 'scripts-tool': [{ path: '/bot.lua', settings: { oauth: TOKEN } }], 'output-timer': {} },
    saved_projectors: [{ monitor: 1 }],
  });
}

export function pagesWithTokens(): string {
  return collection({
    name: PAGE,
    sources: [
      source('browser_source', 'Alerts', {
        url: PAGE,
        css: `body::after { content: '${TOKEN}' }`,
        width: 400,
      }),
      source('browser_source', `Chat ${PAGE} box`, { url: `wss://${TOKEN}/x@chat.example.com/`, fps: 60 }),
      source('browser_source', 'Local page', { is_local_file: true, local_file: '/pages/a.html', url: PAGE }),
      source('linuxbrowser-source', 'Old page', { url: `http://OLD.example.com/?key=${TOKEN}` }),
      source('ffmpeg_source', 'Camera link', {
        is_local_file: false,
        input: `rtsp://admin:${TOKEN}@10.0.0.7:554/${TOKEN}`,
      }),
      source('image_source', 'Web picture', { file: PAGE }),
      source(
        'dshow_input',
        'Camera',
        { video_device_id: PAGE },
        { filters: [source('mask_filter_v2', PAGE, { image_path: PAGE })] },
      ),
      source('window_capture', 'Window', { window: `${PAGE}:${PAGE}:${PAGE}`.replaceAll(':', '#3A') }),
      scene(PAGE, [item('Alerts'), item('Camera'), item(PAGE, { blend_type: PAGE, scale_filter: PAGE })], {
        private_settings: { transition: PAGE, transition_duration: 500 },
      }),
    ],
    transitions: [source('obs_stinger_transition', PAGE, { path: PAGE })],
    current_transition: PAGE,
  });
}

export function filtersAndTransitions(): string {
  const crop = source('crop_filter', 'Crop', { left: 10, top: 20, right: 30 });
  const halfSeen = source('color_filter_v2', 'Half', { opacity: 0.5 });
  return collection({
    sources: [
      source(
        'color_source_v3',
        'Card',
        { width: 400, height: 300 },
        {
          filters: [
            crop,
            halfSeen,
            source('color_filter', 'Old half', { opacity: 50 }),
            source('chroma_key_filter_v2', 'Key', { similarity: 300 }),
            source('crop_filter', 'Off', { left: 99 }, { enabled: false }),
          ],
        },
      ),
      scene('Main', [item('Card', { crop_left: 5, blend_type: 'multiply', scale_filter: 'lanczos' })], {
        private_settings: { transition: 'Up', transition_duration: 700 },
      }),
      scene('Second', [
        item('Card', {
          show_transition: { id: 'fade_transition', duration: 350 },
          hide_transition: { id: 'slide_transition', duration: 300, transition: { direction: 'up' } },
        }),
        item('Card', { hide_transition: { id: 'swipe_transition', duration: 300 } }),
      ]),
    ],
    transitions: [
      source('slide_transition', 'Up', { direction: 'up' }),
      source('swipe_transition', 'In', { direction: 'right', swipe_in: true }),
      source('swipe_transition', 'Out', { direction: 'down' }),
      source('fade_to_color_transition', 'Dip', { color: 0xff_00_00_ff }),
      source('fade_to_color_transition', 'Early dip', { switch_point: 20 }),
      source('wipe_transition', 'Edge', { luma_invert: true }),
      source('wipe_transition', 'Clock', { luma_image: 'clock.png' }),
      source('wipe_transition', 'Burst', { luma_image: 'burst.png' }),
      source('obs_stinger_transition', 'Stinger', { path: '/stinger.webm', transition_point: 700 }),
      source('move_transition', 'Move', {}),
    ],
    quick_transitions: [
      { name: 'Cut', duration: 300, id: 1, fade_to_black: false },
      { name: 'Fade', duration: 250, id: 2, fade_to_black: false },
      { name: 'Fade', duration: 1000, id: 3, fade_to_black: true },
      { name: 'Up', duration: 400, id: 4 },
      { name: 'Clock', duration: 600, id: 5 },
      { name: 'Stinger', duration: 300, id: 6 },
    ],
    current_transition: 'In',
    transition_duration: 450,
  });
}

export const TEN_COLLECTIONS: readonly (readonly [string, () => string])[] = [
  ['of version 1 with absolute coordinates', oldAbsolute],
  ['relative, of another canvas', relativeOtherCanvas],
  ['turned, cropped and mirrored', turnedCroppedMirrored],
  ['of all bounds and alignments', allBounds],
  ['nested, with a group and its backups', nestedWithBackups],
  ['of texts and colours', textsAndColours],
  ['with repeated names', repeatedNames],
  ['with kinds of plug-ins', plugIns],
  ['of pages with tokens', pagesWithTokens],
  ['with filters and transitions', filtersAndTransitions],
];
