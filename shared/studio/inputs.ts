/** What a source is made from: a device, a screen, a generated picture or sound, something that Upcast draws. */
import * as z from 'zod';
import { isSameData } from '../is-same-data.ts';
import {
  colourInputSchema,
  imageInputSchema,
  sceneInputSchema,
  slideshowInputSchema,
  sourceSizeSchema,
  textInputSchema,
} from './drawn-inputs.ts';
import { regionSchema } from './captured/region-schema.ts';
import { mediaInputSchema } from './files/media-input.ts';
import type { MediaFileInput } from './files/media-input.ts';
import { pageInputSchema } from './pages/page-input.ts';

/** Pictures that come by themselves, at a rate of their own. */
const capturedInputSchema = z.discriminatedUnion('type', [
  /** Found by `label` where the system gives the camera another id. */
  z.strictObject({
    type: z.literal('camera'),
    deviceId: z.string().max(512).optional(),
    label: z.string().max(512).optional(),
    /** What the camera is asked for, the program's own when absent: the camera gives the nearest that it has. */
    size: sourceSizeSchema.optional(),
    fps: z.number().int().min(1).max(240).optional(),
  }),
  /**
   * `sourceId` is an id of desktopCapturer; the primary screen when absent. Title and program identify a window: another window
   * may have its id by now.
   */
  z.strictObject({
    type: z.literal('screen'),
    sourceId: z.string().max(512).optional(),
    title: z.string().max(1024).optional(),
    program: z.string().max(512).optional(),
    /** The part that shows; all of it when absent. */
    region: regionSchema.optional(),
    /** The sound of the computer comes with the picture; false when absent. */
    hasSound: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('pattern') }),
]);
export type CapturedInput = z.infer<typeof capturedInputSchema>;

export const videoInputSchema = z.discriminatedUnion('type', [
  ...capturedInputSchema.options,
  colourInputSchema,
  imageInputSchema,
  slideshowInputSchema,
  mediaInputSchema,
  textInputSchema,
  sceneInputSchema,
  pageInputSchema,
]);
export type VideoInput = z.infer<typeof videoInputSchema>;

/** What needs no device and no file. */
const drawnInputSchema = z.discriminatedUnion('type', [colourInputSchema, textInputSchema]);
export type DrawnInput = z.infer<typeof drawnInputSchema>;

export function isDrawn(input: VideoInput): input is DrawnInput {
  return input.type === 'colour' || (input.type === 'text' && input.content?.type !== 'file');
}

export type TextInput = z.infer<typeof textInputSchema>;
export type SlideshowInput = z.infer<typeof slideshowInputSchema>;

/** What shows files; a text among them shows one. */
export type FileInput = z.infer<typeof imageInputSchema> | SlideshowInput | TextInput;

export function isFromFile(input: VideoInput): input is FileInput {
  return (
    input.type === 'image' ||
    input.type === 'slideshow' ||
    (input.type === 'text' && input.content?.type === 'file')
  );
}

export function isMedia(input: VideoInput): input is MediaFileInput {
  return input.type === 'media';
}

export function isCaptured(input: VideoInput): input is CapturedInput {
  return input.type === 'camera' || input.type === 'screen' || input.type === 'pattern';
}

/** Whether a sound comes with the picture. */
export function hasSound(input: VideoInput): boolean {
  switch (input.type) {
    case 'media':
    case 'page':
    case 'pattern':
      return true;
    case 'screen':
      return input.hasSound === true;
    default:
      return false;
  }
}

export const audioInputSchema = z.discriminatedUnion('type', [
  /** Found by `label` where the system gives the microphone another id. */
  z.strictObject({
    type: z.literal('microphone'),
    deviceId: z.string().max(512).optional(),
    label: z.string().max(512).optional(),
  }),
  z.strictObject({ type: z.literal('tone') }),
  /** What the computer plays: on the device that is usual there, or on another one. */
  z.strictObject({
    type: z.literal('system'),
    deviceId: z.string().max(512).optional(),
    label: z.string().max(512).optional(),
  }),
  /** What one application plays, by the name that the sound server has for it. `program`: its executable, so that no other is heard. */
  z.strictObject({
    type: z.literal('application'),
    name: z.string().min(1).max(512),
    program: z.string().min(1).max(512).optional(),
  }),
]);
export type AudioInput = z.infer<typeof audioInputSchema>;

const noInputSchema = z.strictObject({ type: z.literal('none') });

export const sourceChoiceSchema = z.discriminatedUnion('type', [
  ...capturedInputSchema.options,
  noInputSchema,
]);
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;

export const audioChoiceSchema = z.discriminatedUnion('type', [
  ...audioInputSchema.options,
  /** The sound that comes with the video source: the test picture's beeps. */
  z.strictObject({ type: z.literal('source') }),
  noInputSchema,
]);
export type AudioChoice = z.infer<typeof audioChoiceSchema>;

/**
 * True where both stand for the same device, screen or window: by id, by name where the system gave another id, by title and
 * program for a window.
 */
export function isSameDevice(one: SourceChoice | AudioChoice, other: SourceChoice | AudioChoice): boolean {
  if (one.type === 'camera' || one.type === 'microphone' || one.type === 'system') {
    if (other.type !== one.type) return false;
    return one.deviceId === other.deviceId || (one.label !== undefined && one.label === other.label);
  }
  if (one.type === 'application') return isSameData(one, other);
  if (one.type !== 'screen' || other.type !== 'screen') return one.type === other.type;
  if (one.sourceId === other.sourceId) return true;
  return one.title !== undefined && one.title === other.title && one.program === other.program;
}

/** True where both take the same of the same device: a camera in the same size and rate, the same part of a screen. */
export function isSameInput(one: SourceChoice | AudioChoice, other: SourceChoice | AudioChoice): boolean {
  return isSameDevice(one, other) && isSameData(settingsOf(one), settingsOf(other));
}

/** What is chosen of a device; none of it is found out by itself. */
function settingsOf(choice: SourceChoice | AudioChoice): unknown {
  if (choice.type === 'camera') return { size: choice.size, fps: choice.fps };
  return choice.type === 'screen' ? { region: choice.region, hasSound: choice.hasSound === true } : {};
}
