/** What the window asks main about sound and the keys of channels. Part of the contract. */
import * as z from 'zod';
import { none, output } from './channel.ts';

export const soundChannels = {
  /** Arms the next getDisplayMedia call with a sound: all that the computer plays, or a browser page. */
  'sound:choose': {
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('system') }),
      z.strictObject({ kind: z.literal('page'), sourceId: z.string().max(64) }),
    ]),
    output: output<void>(),
  },
  /** The name of the output that desktop audio captures, on Linux; undefined elsewhere, and where it isn't known. */
  'sound:speakers': { input: none, output: output<string | undefined>() },
  /** Starts Chromium's audio process anew: it never finds a sound server again that was restarted. */
  'media:restartAudio': { input: none, output: output<void>() },
  /** Mute keys that work in the window alone: another application has them, or people type with them. */
  'keys:refused': { input: none, output: output<readonly string[]>() },
} as const;
