/**
 * A usual scene, for benches: a screen, a camera at a quarter of the canvas, a full-screen picture with alpha and a line of text, with a
 * microphone. As a collection for `live`, and as the same work for ffmpeg alone.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { CapturedInput } from '../../../shared/studio/inputs.ts';
import { canvasTransform, centredTransform } from '../../../shared/studio/transform.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import { ffmpegPath } from '../media/ffmpeg.ts';
import { paint, pngFile } from '../media/image-files.ts';
import { obsCollection } from '../obs/obs-collection.ts';

const CAMERA = { width: 640, height: 360 };
const CAMERA_SECONDS = 4;
const TEXT = 'A screen, a camera, a picture and this line';
const FRAME_SHARE = 0.08;

export interface FourLayers {
  readonly collectionFile: string;
  /** Played over and over as the camera. */
  readonly cameraFile: string;
  readonly overlayFile: string;
  /** As the window saves it, with the part of a screen of this size, in pixels, that is at its left. */
  studioOn(screen: Size): StudioDocument;
}

/** Files of one size in a folder. */
export async function writeFourLayers(folder: string, profile: EncodingProfile): Promise<FourLayers> {
  const overlayFile = join(folder, 'overlay.png');
  const cameraFile = join(folder, 'camera.y4m');
  const collectionFile = join(folder, 'four-layers.json');
  writeFileSync(overlayFile, overlay(profile.width, profile.height));
  const picture = `testsrc2=size=${CAMERA.width}x${CAMERA.height}:rate=30`;
  await promisify(execFile)(ffmpegPath(), [
    ...['-v', 'error', '-f', 'lavfi', '-i', picture, '-t', String(CAMERA_SECONDS)],
    ...['-pix_fmt', 'yuv420p', cameraFile],
  ]);
  // Named beside the collection, as a person would.
  writeFileSync(collectionFile, JSON.stringify(fourLayers(profile, 'overlay.png')));
  const studioOn = (screen: Size): StudioDocument => {
    const { width, height } = profile;
    const region = { x: 0, y: 0, width, height, of: screen };
    return fourLayers(profile, overlayFile, { type: 'screen', region });
  };
  return { collectionFile, cameraFile, overlayFile, studioOn };
}

/** A frame that grows clear towards the middle, where a quarter of everything shines through. */
function overlay(width: number, height: number): Buffer {
  return pngFile(
    paint(width, height, (x, y) => {
      const edge = Math.min(x, y, width - 1 - x, height - 1 - y) / (height * FRAME_SHARE);
      return [32, 64, 160, edge >= 1 ? 0 : Math.round(220 * (1 - edge))];
    }),
  );
}

function fourLayers(
  profile: EncodingProfile,
  overlayPath: string,
  screen: CapturedInput = { type: 'screen' },
): StudioDocument {
  const aspect = profile.width / profile.height;
  const whole = canvasTransform('inner', profile);
  const quarter: Transform = {
    ...centredTransform(profile),
    position: { x: aspect, y: 1 },
    alignment: 'bottomRight',
    bounds: { type: 'inner', width: aspect, height: 1, alignment: 'centre', isCropped: false },
  };
  const line: Transform = {
    ...centredTransform(profile),
    position: { x: 0.1 - aspect, y: 0.9 },
    alignment: 'bottomLeft',
  };
  return {
    sources: [
      { id: 'screen', name: 'Screen', kind: 'video', input: screen },
      { id: 'camera', name: 'Camera', kind: 'video', input: { type: 'camera' } },
      { id: 'overlay', name: 'Overlay', kind: 'video', input: { type: 'image', path: overlayPath } },
      {
        ...{ id: 'line', name: 'Line', kind: 'video' },
        input: {
          ...{ type: 'text', text: TEXT, family: 'sans-serif', sizePx: Math.round(profile.height / 24) },
          ...{ isBold: true, isItalic: false, isUnderlined: false, isStruckOut: false },
          ...{ colour: '#ffffffff', background: '#00000080', alignment: 'left', lineSpacing: 1 },
        },
      },
      { id: 'microphone', name: 'Microphone', kind: 'audio', input: { type: 'microphone' } },
    ],
    scenes: [
      {
        ...{ id: 'main', name: 'Four layers' },
        items: [
          newItem('screen', 'screen', whole),
          newItem('camera', 'camera', quarter),
          newItem('overlay', 'overlay', whole),
          newItem('line', 'line', line),
        ],
      },
    ],
    canvases: [{ id: 'main', name: 'Main', sceneId: 'main', transition: { kind: 'cut' } }],
    channels: [{ id: 'main', sourceId: 'microphone', isMuted: false, gain: 1 }],
    encodings: [{ id: 'main', name: 'Main', canvasId: 'main', profile }],
  };
}

/** What ffmpeg reads and does for the same picture and a sound; the picture is `[v]`, the sound `3:a`. */
export function floorInputs(
  { cameraFile, overlayFile }: FourLayers,
  { width, height, fps }: EncodingProfile,
  display: string,
): readonly string[] {
  const size = Math.round(height / 24);
  const text = `drawtext=text='${TEXT}':fontsize=${size}:fontcolor=white:box=1:boxcolor=black@0.5:x=${size}:y=h-2*${size}`;
  const filters = [
    `[1]scale=${width / 2}:${height / 2}[camera]`,
    '[0][camera]overlay=x=W-w:y=H-h[two]',
    `[two][2]overlay,${text},format=yuv420p[v]`,
  ];
  return [
    ...['-f', 'x11grab', '-framerate', String(fps), '-video_size', `${width}x${height}`, '-i', display],
    ...['-re', '-stream_loop', '-1', '-i', cameraFile, '-i', overlayFile],
    ...['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000'],
    ...['-filter_complex', filters.join(';'), '-map', '[v]', '-map', '3:a'],
  ];
}

/** The same for OBS, which plays the camera's pictures as a file: there is no camera that it knows. */
export function obsFourLayers(
  { cameraFile, overlayFile }: FourLayers,
  { width, height }: EncodingProfile,
  display: string,
): object {
  const size = Math.round(height / 24);
  const quarter = { bounds_type: 2, bounds_align: 0, bounds: { x: width / 2, y: height / 2 } };
  const font = { face: 'DejaVu Sans', size, style: 'Bold', flags: 1 };
  return obsCollection([
    { name: 'Screen', id: 'xshm_input', settings: { advanced: true, server: display, show_cursor: false } },
    {
      ...{
        name: 'Camera',
        id: 'ffmpeg_source',
        item: { pos: { x: width, y: height }, align: 10, ...quarter },
      },
      settings: { is_local_file: true, local_file: cameraFile, looping: true, hw_decode: false },
    },
    { name: 'Overlay', id: 'image_source', settings: { file: overlayFile } },
    {
      ...{ name: 'Line', id: 'text_ft2_source_v2', settings: { text: TEXT, font } },
      item: { pos: { x: 0.05 * height, y: 0.95 * height }, align: 9 },
    },
  ]);
}
