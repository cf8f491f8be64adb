/** What the window asks main about devices, screens and the sound of the computer. Part of the contract. */
import * as z from 'zod';
import { none, output } from './channel.ts';

const ofKind = z.strictObject({ kind: z.enum(['camera', 'microphone', 'screen']) });

export interface ScreenSource {
  readonly id: string;
  readonly name: string;
  readonly kind: 'screen' | 'window';
  /** Of the window, or the monitor's own name. */
  readonly title: string;
  readonly program: string | undefined;
  /** PNG data URL, at most 320x180. */
  readonly thumbnail: string;
}

/** What is captured next, and what to find it by later. */
export interface ChosenScreen {
  readonly sourceId: string;
  readonly title: string;
  readonly program?: string;
}

export const captureChannels = {
  'screens:list': { input: none, output: output<readonly ScreenSource[]>() },
  /** Arms the next getDisplayMedia call with this source. `wasLost`: it ended, so that its id says nothing any more. */
  'screens:choose': {
    input: z.strictObject({
      sourceId: z.string().max(512).optional(),
      title: z.string().max(1024).optional(),
      program: z.string().max(512).optional(),
      wasLost: z.boolean(),
    }),
    output: output<ChosenScreen>(),
  },
  /** Arms the next getDisplayMedia call with a sound: all that the computer plays, or a browser page. */
  'sound:choose': {
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('system') }),
      z.strictObject({ kind: z.literal('page'), sourceId: z.string().max(64) }),
    ]),
    output: output<void>(),
  },
  /** Asks the person where the system has such a question (macOS), and elsewhere tells what the system says. */
  'permission:request': { input: ofKind, output: output<{ isGranted: boolean }>() },
  /** Opens the system's own page where a person allows it; nothing where there is none. */
  'permission:openSettings': { input: ofKind, output: output<void>() },
  /** Starts Upcast anew, for what the system tells only a program that starts; refused while on air or recording. */
  'permission:restart': { input: none, output: output<void>() },
} as const;
