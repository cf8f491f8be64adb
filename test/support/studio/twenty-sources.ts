/**
 * A scene of twenty sources of ten kinds, in five columns and four rows, and the files that some of them show. A test that has no camera
 * or no page at hand sees those two say so.
 */
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import type { PageSettings } from '../../../shared/studio/pages/page-input.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import { someText } from './any-command.ts';
import type { SourceFiles } from './source-files.ts';

export const COLUMNS = 5;
export const ROWS = 4;
const profile: EncodingProfile = {
  ...{ ...defaultEncodingProfile, width: 640, height: 360, fps: 30 },
  videoKbps: 800,
};

export interface StudioWindow {
  readonly title: string;
  readonly program: string;
}

/** That the desktop is to open, for the sources that show them. */
export const studioWindows = [
  { title: 'Slides', program: 'present' },
  { title: 'Chat', program: 'chatter' },
] as const satisfies readonly StudioWindow[];

/** Of the browser page. */
export const pageSettings: PageSettings = { width: 320, height: 180, fps: 30, whenHidden: 'pause' };

/** @param pageHost of the browser page; its address is saved apart. */
export function twentySources(files: SourceFiles, pageHost = 'overlay.example'): StudioDocument {
  const paths = (id: string): string[] => (files.get(id) ?? []).map(({ path }) => path);
  const path = (id: string): string => paths(id)[0] ?? '';
  const side = { width: 128, height: 90 };
  const window = ({ title, program }: StudioWindow): VideoInput => ({
    ...{ type: 'screen', sourceId: 'window:1:0', title, program: `${program} ${program}` },
  });
  const region = { x: 0, y: 0, width: 640, height: 360, of: { width: 1280, height: 720 } };
  const gradient = {
    angle: 45,
    stops: [
      { at: 0, colour: '#ff8000ff' },
      { at: 1, colour: '#0040ffff' },
    ],
  };
  const inputs: readonly (readonly [string, VideoInput])[] = [
    ['camera', { type: 'camera' }],
    ['pattern', { type: 'pattern' }],
    ['screen', { type: 'screen' }],
    ['region', { type: 'screen', region }],
    ['window-slides', window(studioWindows[0])],
    ['window-chat', window(studioWindows[1])],
    ['colour', { type: 'colour', colour: '#206040ff', ...side }],
    ['gradient', { type: 'colour', colour: '#206040ff', ...side, gradient }],
    ['image-png', { type: 'image', path: path('image-png') }],
    ['image-gif', { type: 'image', path: path('image-gif') }],
    ['image-svg', { type: 'image', path: path('image-svg') }],
    [
      'slides',
      {
        ...{ type: 'slideshow', paths: [path('slides'), path('image-png')], ...side },
        ...{ slideMs: 1000, fadeMs: 300, order: 'loop' },
      },
    ],
    ['text-file', { ...someText, content: { type: 'file', path: path('text-file') } }],
    ['text-log', { ...someText, content: { type: 'file', path: path('text-log'), lastLines: 2 } }],
    ['clock', { ...someText, content: { type: 'clock', format: '%H:%M:%S' } }],
    ['clip', { ...newMedia, paths: paths('clip'), isLooping: true }],
    ['playlist', { ...newMedia, paths: paths('playlist'), isLooping: true }],
    ['page', { type: 'page', host: pageHost, ...pageSettings }],
    ['nested', { type: 'scene', sceneId: 'inner' }],
    ['group', { type: 'scene', sceneId: 'grouped' }],
  ];
  const base = buildDocument({
    source: { type: 'none' },
    ...{ audio: { type: 'none' }, isMuted: true, gain: 1, encoding: profile },
  });
  const corner = placeAt(0);
  return {
    ...base,
    sources: inputs.map(([id, input]) => ({ id, name: id, kind: 'video', input })),
    scenes: [
      {
        ...{ id: 'main', name: 'Scene' },
        items: inputs.map(([id], index) => newItem(`item-${id}`, id, placeAt(index))),
      },
      { id: 'inner', name: 'Inner', items: [newItem('inner-colour', 'colour', corner)] },
      {
        ...{ id: 'grouped', name: 'Grouped' },
        items: [newItem('grouped-gradient', 'gradient', corner)],
        group: { x: -16 / 9, y: -1, width: 32 / 9, height: 2 },
      },
    ],
  };
}

/** A cell of the grid. */
function placeAt(index: number): Transform {
  const width = (2 * profile.width) / profile.height / COLUMNS;
  const height = 2 / ROWS;
  return {
    position: {
      x: -profile.width / profile.height + (index % COLUMNS) * width,
      y: -1 + Math.floor(index / COLUMNS) * height,
    },
    scale: { x: 1, y: 1, referenceHeight: profile.height },
    rotation: 0,
    crop: { left: 0, top: 0, right: 0, bottom: 0 },
    alignment: 'topLeft',
    bounds: { type: 'inner', width, height, alignment: 'centre', isCropped: false },
  };
}
