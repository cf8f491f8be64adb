/**
 * A scene of twenty sources of ten kinds, in five columns and four rows, and the files that some of them show. No camera is among them: with
 * Chromium's fake one, screens and windows are fakes too.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import type { Transform } from '../../../shared/studio/transform.ts';
import { apngFile, gifFile, paint, pngFile } from '../media/image-files.ts';
import { someText } from './any-command.ts';

const COLUMNS = 5;
const ROWS = 4;
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

export interface SourceFiles {
  readonly folder: string;
  /** By the id of the source that shows it. */
  readonly paths: ReadonlyMap<string, string>;
  /** What each file holds when it is whole. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

const plain = (shade: number) => paint(64, 36, (x) => [shade, x * 3, 120, 255]);

/** Written into a folder that exists. */
export function writeSourceFiles(folder: string): SourceFiles {
  const inside = join(folder, 'files');
  mkdirSync(inside, { recursive: true });
  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['image-png', 'logo.png', pngFile(plain(200))],
    [
      'image-apng',
      'moving.png',
      apngFile(
        [
          { picture: plain(0), delayMs: 200 },
          { picture: plain(250), delayMs: 200 },
        ],
        0,
      ),
    ],
    [
      'image-gif',
      'moving.gif',
      gifFile(
        64,
        36,
        [
          { grey: 40, delayMs: 200 },
          { grey: 200, delayMs: 200 },
        ],
        0,
      ),
    ],
    [
      'image-svg',
      'drawing.svg',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="teal"/></svg>',
      ),
    ],
    ['slides', 'slide.png', pngFile(plain(90))],
    ['text-file', 'words.txt', Buffer.from('from a file')],
    ['text-log', 'chat.log', Buffer.from('one\ntwo\nthree\n')],
  ];
  for (const [, name, content] of files) writeFileSync(join(inside, name), content);
  return {
    folder: inside,
    paths: new Map(files.map(([id, name]) => [id, join(inside, name)])),
    contents: new Map(files.map(([id, , content]) => [id, content])),
  };
}

export function twentySources({ paths }: SourceFiles): StudioDocument {
  const path = (id: string): string => paths.get(id) ?? '';
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
    ['pattern', { type: 'pattern' }],
    ['screen', { type: 'screen' }],
    ['region', { type: 'screen', region }],
    ['window-slides', window(studioWindows[0])],
    ['window-chat', window(studioWindows[1])],
    ['colour', { type: 'colour', colour: '#206040ff', ...side }],
    ['gradient', { type: 'colour', colour: '#206040ff', ...side, gradient }],
    ['image-png', { type: 'image', path: path('image-png') }],
    ['image-apng', { type: 'image', path: path('image-apng') }],
    ['image-gif', { type: 'image', path: path('image-gif') }],
    ['image-svg', { type: 'image', path: path('image-svg') }],
    [
      'slides',
      {
        ...{ type: 'slideshow', paths: [path('slides'), path('image-png')], ...side },
        ...{ slideMs: 1000, fadeMs: 300, order: 'loop' },
      },
    ],
    ['text', { ...someText, text: 'typed' }],
    ['text-file', { ...someText, content: { type: 'file', path: path('text-file') } }],
    ['text-log', { ...someText, content: { type: 'file', path: path('text-log'), lastLines: 2 } }],
    ['clock', { ...someText, content: { type: 'clock', format: '%H:%M:%S' } }],
    [
      'ticker',
      {
        ...{ ...someText, text: 'A line of news that moves to the left' },
        scroll: { direction: 'left', speedPx: 60, lengthPx: 300, gapPx: 100 },
      },
    ],
    ['vertical', { ...someText, text: 'down', isVertical: true }],
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
