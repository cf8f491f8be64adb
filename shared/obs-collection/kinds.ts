/** The kinds of OBS's sources, filters and transitions that are known by name, and what each is with us. */

/** Kinds that come with OBS but that nothing in Upcast plays yet. */
const laterInputKinds = {
  browser_source: 'browser',
  'linuxbrowser-source': 'browser',
  slideshow: 'slideshow',
  slideshow_v2: 'slideshow',
} as const;
export type LaterInputFamily = (typeof laterInputKinds)[keyof typeof laterInputKinds];

const inputKinds = {
  ...laterInputKinds,
  ffmpeg_source: 'media',
  vlc_source: 'playlist',
  image_source: 'image',
  color_source: 'colour',
  color_source_v2: 'colour',
  color_source_v3: 'colour',
  text_ft2_source: 'text',
  text_ft2_source_v2: 'text',
  text_gdiplus: 'text',
  text_gdiplus_v2: 'text',
  text_gdiplus_v3: 'text',
  v4l2_input: 'camera',
  dshow_input: 'camera',
  av_capture_input: 'camera',
  av_capture_input_v2: 'camera',
  'macos-avcapture': 'camera',
  'macos-avcapture-fast': 'camera',
  'pipewire-camera-source': 'camera',
  'decklink-input': 'camera',
  xshm_input: 'screen',
  xshm_input_v2: 'screen',
  'pipewire-desktop-capture-source': 'screen',
  'pipewire-screen-capture-source': 'screen',
  monitor_capture: 'screen',
  display_capture: 'screen',
  screen_capture: 'screen',
  xcomposite_input: 'window',
  'pipewire-window-capture-source': 'window',
  window_capture: 'window',
  game_capture: 'window',
  'syphon-input': 'window',
  pulse_input_capture: 'microphone',
  alsa_input_capture: 'microphone',
  jack_output_capture: 'microphone',
  wasapi_input_capture: 'microphone',
  coreaudio_input_capture: 'microphone',
  pulse_output_capture: 'systemSound',
  wasapi_output_capture: 'systemSound',
  coreaudio_output_capture: 'systemSound',
  wasapi_process_output_capture: 'applicationSound',
  sck_audio_capture: 'applicationSound',
} as const;
export type InputFamily = (typeof inputKinds)[keyof typeof inputKinds];

const filterKinds = {
  gain_filter: 'gain',
  compressor_filter: 'compressor',
  limiter_filter: 'limiter',
  expander_filter: 'expander',
  upward_compressor_filter: 'upwardCompressor',
  noise_gate_filter: 'noiseGate',
  noise_suppress_filter: 'noiseSuppression',
  noise_suppress_filter_v2: 'noiseSuppression',
  basic_eq_filter: 'equaliser',
  invert_polarity_filter: 'invertPolarity',
  vst_filter: 'vst',
  color_filter: 'colourCorrection',
  color_filter_v2: 'colourCorrection',
  chroma_key_filter: 'chromaKey',
  chroma_key_filter_v2: 'chromaKey',
  color_key_filter: 'colourKey',
  color_key_filter_v2: 'colourKey',
  luma_key_filter: 'lumaKey',
  luma_key_filter_v2: 'lumaKey',
  crop_filter: 'crop',
  mask_filter: 'mask',
  mask_filter_v2: 'mask',
  scale_filter: 'scale',
  scroll_filter: 'scroll',
  sharpness_filter: 'sharpen',
  sharpness_filter_v2: 'sharpen',
  clut_filter: 'lut',
  async_delay_filter: 'delay',
  gpu_delay: 'delay',
  hdr_tonemap_filter: 'toneMap',
} as const;
export type FilterFamily = (typeof filterKinds)[keyof typeof filterKinds];

const transitionKinds = {
  cut_transition: 'cut',
  fade_transition: 'fade',
  fade_to_color_transition: 'fadeToColour',
  wipe_transition: 'wipe',
  slide_transition: 'slide',
  swipe_transition: 'swipe',
  obs_stinger_transition: 'stinger',
} as const;
export type TransitionFamily = (typeof transitionKinds)[keyof typeof transitionKinds];

export const SCENE_KIND = 'scene';
export const GROUP_KIND = 'group';

export function inputFamilyOf(kind: string): InputFamily | undefined {
  return lookUp(inputKinds, kind);
}

export function laterFamilyOf(kind: string): LaterInputFamily | undefined {
  return lookUp(laterInputKinds, kind);
}

export function filterFamilyOf(kind: string): FilterFamily | undefined {
  return lookUp(filterKinds, kind);
}

export function transitionFamilyOf(kind: string): TransitionFamily | undefined {
  return lookUp(transitionKinds, kind);
}

/** A version that is newer than those known here is the same kind: OBS renames what it takes away. */
function lookUp<T>(table: Readonly<Record<string, T>>, kind: string): T | undefined {
  if (Object.hasOwn(table, kind)) return table[kind];
  const plain = kind.replace(/_v\d{1,3}$/, '');
  return Object.hasOwn(table, plain) ? table[plain] : undefined;
}
