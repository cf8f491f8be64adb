/**
 * What each kind of OBS begins with: a collection holds only what differs. Numbers and names are those of OBS's sources; a colour is
 * 0xAABBGGRR, or 0xBBGGRR where opacity is a setting of its own.
 */
import { EMPTY_OBJECT, flagAt, memberOf, numberAt, objectAt, textAt } from '../json/fields.ts';
import { DEFAULT_PAGE_CSS } from '../../studio/pages/page-input.ts';
import { addressless } from '../json/hosts.ts';
import type { JsonObject, JsonValue } from '../json/parse-json.ts';

/** No setting of a filter or transition is larger; a colour has 32 bits. */
const MAX_SETTING = 2 ** 32;

const WHITE = 0xff_ff_ff;
const OPAQUE_WHITE = 0xff_ff_ff_ff;
const OPAQUE_BLACK = 0xff_00_00_00;
const GREEN = 0x00_ff_00;

const cuts = { cut_top: 0, cut_left: 0, cut_right: 0, cut_bot: 0 };

const shm = { screen: 0, show_cursor: true, advanced: false, ...cuts };
const portal = { ShowCursor: true };

/** OBS's own is the plain font of the system, by another name on each. */
const PLAIN_FONT = 'sans-serif';

const freetype = (size: number): JsonObject => ({
  font: { face: PLAIN_FONT, style: '', size, flags: 0 },
  text: '',
  color1: OPAQUE_WHITE,
  color2: OPAQUE_WHITE,
  antialiasing: true,
  word_wrap: false,
  outline: false,
  drop_shadow: false,
  custom_width: 0,
  from_file: false,
  log_mode: false,
  log_lines: 6,
});

const gdiplus = (size: number): JsonObject => ({
  font: { face: 'Arial', style: '', size, flags: 0 },
  text: '',
  align: 'left',
  valign: 'top',
  color: WHITE,
  opacity: 100,
  gradient: false,
  gradient_color: WHITE,
  gradient_opacity: 100,
  gradient_dir: 90,
  bk_color: 0,
  bk_opacity: 0,
  outline: false,
  outline_size: 2,
  outline_color: WHITE,
  outline_opacity: 100,
  chatlog: false,
  chatlog_lines: 6,
  extents: false,
  extents_wrap: true,
  extents_cx: 100,
  extents_cy: 100,
  transform: 0,
  vertical: false,
  antialiasing: true,
  read_from_file: false,
});

const slides = {
  transition: 'fade',
  transition_speed: 700,
  playback_behavior: 'always_play',
  slide_mode: 'mode_auto',
};
const compressed = { attack_time: 10, release_time: 50, output_gain: 0, detector: 'RMS' };
const keyed = { contrast: 0, brightness: 0, gamma: 0, key_color_type: 'green', key_color: GREEN };
const chroma = { ...keyed, similarity: 400, smoothness: 80, spill: 100 };
const colourKey = { ...keyed, similarity: 80, smoothness: 50 };
const correction = { gamma: 0, contrast: 0, brightness: 0, saturation: 0, hue_shift: 0 };
const lumaKey = { luma_max: 1, luma_min: 0, luma_max_smooth: 0, luma_min_smooth: 0 };
const mask = { type: 'mask_color_filter.effect', image_path: '', color: WHITE, stretch: false };
const page = {
  url: '',
  css: DEFAULT_PAGE_CSS,
  is_local_file: false,
  width: 800,
  height: 600,
  fps_custom: false,
  fps: 30,
  shutdown: false,
  restart_when_active: false,
  reroute_audio: false,
};

const defaults: JsonObject = {
  color_source: { color: OPAQUE_WHITE, width: 400, height: 400 },
  color_source_v2: { color: OPAQUE_WHITE, width: 1920, height: 1080 },
  color_source_v3: { color: 0xff_d1_d1_d1, width: 1920, height: 1080 },
  image_source: { file: '', unload: false, linear_alpha: false },
  slideshow: { ...slides, slide_time: 8000, use_custom_size: 'Automatic', loop: true, randomize: false },
  slideshow_v2: { ...slides, slide_time: 2000, use_custom_size: '1920x1080', playback_mode: 'loop' },
  ffmpeg_source: {
    is_local_file: true,
    looping: false,
    clear_on_media_end: true,
    restart_on_activate: true,
    close_when_inactive: false,
    hw_decode: false,
    linear_alpha: false,
    reconnect_delay_sec: 10,
    buffering_mb: 2,
    speed_percent: 100,
    seekable: false,
  },
  vlc_source: {
    loop: true,
    shuffle: false,
    playback_behavior: 'stop_restart',
    network_caching: 400,
    track: 1,
  },
  browser_source: page,
  'linuxbrowser-source': page,
  text_ft2_source: freetype(32),
  text_ft2_source_v2: freetype(256),
  text_gdiplus: gdiplus(36),
  text_gdiplus_v2: gdiplus(256),
  text_gdiplus_v3: gdiplus(256),
  v4l2_input: {
    input: -1,
    pixelformat: -1,
    standard: -1,
    dv_timing: -1,
    resolution: -1,
    framerate: -1,
    buffering: true,
  },
  dshow_input: { res_type: 0, frame_interval: -1, active: true, audio_output_mode: 0, autorotation: true },
  av_capture_input: { device: '', use_preset: true },
  av_capture_input_v2: { device: '', use_preset: true },
  'macos-avcapture': { device: '', use_preset: true, enable_audio: true },
  'macos-avcapture-fast': { device: '', use_preset: false, enable_audio: true },
  xshm_input: shm,
  xshm_input_v2: shm,
  xcomposite_input: {
    capture_window: '',
    show_cursor: true,
    include_border: false,
    exclude_alpha: false,
    ...cuts,
  },
  'pipewire-desktop-capture-source': portal,
  'pipewire-window-capture-source': portal,
  'pipewire-screen-capture-source': portal,
  monitor_capture: { monitor: 0, monitor_id: '', method: 0, capture_cursor: true, force_sdr: false },
  display_capture: { display: 0, show_cursor: true, crop_mode: 0 },
  screen_capture: { type: 0, show_cursor: true, hide_obs: false },
  window_capture: { window: '', method: 0, cursor: true, client_area: true, compatibility: false },
  game_capture: { capture_mode: 'any_fullscreen', window: '', priority: 2, capture_cursor: true },
  pulse_input_capture: { device_id: 'default' },
  pulse_output_capture: { device_id: 'default' },
  alsa_input_capture: { device_id: 'default', custom_pcm: 'default', rate: 44_100 },
  jack_output_capture: { channels: 2, startjack: false },
  wasapi_input_capture: { device_id: 'default', use_device_timing: false },
  wasapi_output_capture: { device_id: 'default', use_device_timing: true },
  coreaudio_input_capture: { device_id: 'default', enable_downmix: true },
  coreaudio_output_capture: { device_id: 'default', enable_downmix: true },
  sck_audio_capture: { type: 0 },
  gain_filter: { db: 0 },
  compressor_filter: {
    ratio: 10,
    threshold: -18,
    attack_time: 6,
    release_time: 60,
    output_gain: 0,
    sidechain_source: 'none',
  },
  limiter_filter: { threshold: -6, release_time: 60 },
  expander_filter: { ...compressed, presets: 'expander', ratio: 2, threshold: -40 },
  upward_compressor_filter: { ...compressed, ratio: 0.5, threshold: -20, knee_width: 10 },
  noise_gate_filter: {
    open_threshold: -26,
    close_threshold: -32,
    attack_time: 25,
    hold_time: 200,
    release_time: 150,
  },
  noise_suppress_filter: { suppress_level: -30, method: 'speex' },
  noise_suppress_filter_v2: { suppress_level: -30, method: 'rnnoise' },
  basic_eq_filter: { low: 0, mid: 0, high: 0 },
  color_filter: { ...correction, opacity: 100, color: WHITE },
  color_filter_v2: { ...correction, opacity: 1, color_multiply: WHITE, color_add: 0 },
  chroma_key_filter: { ...chroma, opacity: 100 },
  chroma_key_filter_v2: { ...chroma, opacity: 1 },
  color_key_filter: { ...colourKey, opacity: 100 },
  color_key_filter_v2: { ...colourKey, opacity: 1 },
  luma_key_filter: lumaKey,
  luma_key_filter_v2: lumaKey,
  crop_filter: { relative: true, left: 0, top: 0, right: 0, bottom: 0, cx: 0, cy: 0 },
  mask_filter: { ...mask, opacity: 100 },
  mask_filter_v2: { ...mask, opacity: 1 },
  scale_filter: { resolution: 'None', sampling: 'bicubic', undistort: false },
  scroll_filter: { speed_x: 0, speed_y: 0, limit_cx: false, limit_cy: false, cx: 100, cy: 100, loop: true },
  sharpness_filter: { sharpness: 0.08 },
  sharpness_filter_v2: { sharpness: 0.08 },
  clut_filter: { image_path: '', clut_amount: 1, passthrough_alpha: false },
  async_delay_filter: { delay_ms: 0 },
  gpu_delay: { delay_ms: 0 },
  fade_to_color_transition: { color: OPAQUE_BLACK, switch_point: 50 },
  wipe_transition: { luma_image: 'linear-h.png', luma_softness: 0.03, luma_invert: false },
  slide_transition: { direction: 'left' },
  swipe_transition: { direction: 'left', swipe_in: false },
  obs_stinger_transition: {
    ...{ path: '', tp_type: 0, transition_point: 0, hw_decode: true },
    audio_fade_style: 0,
  },
};

/** Settings of the gate's preset of an expander. */
const gate: JsonObject = { ratio: 10, release_time: 125 };

/** The settings as OBS has them once the source is made: those of the file above the kind's own. */
export function settingsOf(kind: string, source: JsonObject): JsonObject {
  const own = objectAt(source, 'settings');
  const otherwise = defaultsOf(kind);
  const preset = kind === 'expander_filter' && memberOf(own, 'presets') === 'gate' ? gate : EMPTY_OBJECT;
  const font = { ...objectAt(otherwise, 'font'), ...objectAt(own, 'font') };
  return { ...otherwise, ...preset, ...own, font };
}

/** Those alone that the table names, each of its type: what else stands there may be an address. */
export function knownSettingsOf(kind: string, source: JsonObject): JsonObject {
  const own = settingsOf(kind, source);
  return Object.fromEntries(
    Object.entries(defaultsOf(kind)).map(([name, otherwise]) => [name, sameTypeOr(otherwise, own, name)]),
  );
}

function sameTypeOr(otherwise: JsonValue, own: JsonObject, name: string): JsonValue {
  if (typeof otherwise === 'string') {
    return typeof memberOf(own, name) === 'string' ? addressless(textAt(own, name)) : otherwise;
  }
  if (typeof otherwise === 'boolean') return flagAt(own, name, otherwise);
  return numberAt(own, name, { least: -MAX_SETTING, most: MAX_SETTING, otherwise: Number(otherwise) });
}

/** Of the newest version that is known, where a file has a newer one. */
function defaultsOf(kind: string): JsonObject {
  const plain = kind.replace(/_v\d{1,3}$/, '');
  const known = [kind, `${plain}_v3`, `${plain}_v2`, plain].find((name) => Object.hasOwn(defaults, name));
  return known === undefined ? EMPTY_OBJECT : objectAt(defaults, known);
}
