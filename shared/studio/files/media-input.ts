/** Media files as a source of pictures and sound: one, or several as a play list. */
import * as z from 'zod';
import { MAX_SOURCE_FILES, filePathSchema } from '../drawn-inputs.ts';

export const MIN_MEDIA_SPEED = 0.25;
export const MAX_MEDIA_SPEED = 2;

export const mediaInputSchema = z.strictObject({
  type: z.literal('media'),
  /** Played one after the other. */
  paths: z.array(filePathSchema).min(1).max(MAX_SOURCE_FILES),
  /** `random`: another order in each round; no file twice in a row. */
  order: z.enum(['inTurn', 'random']),
  /** After the last file the list begins anew. */
  isLooping: z.boolean(),
  /** What the source does while nothing on air shows it. `restart`: it waits, and starts from its beginning each time that it is shown. */
  whenHidden: z.enum(['restart', 'pause', 'playOn']),
  /** Shown after the end. */
  atEnd: z.enum(['lastPicture', 'nothing']),
  /** Times as fast as its files say. */
  speed: z.number().min(MIN_MEDIA_SPEED).max(MAX_MEDIA_SPEED),
});
export type MediaFileInput = z.infer<typeof mediaInputSchema>;

/** What a new media source does until it is told otherwise. */
export const newMedia: Omit<MediaFileInput, 'paths'> = {
  ...{ type: 'media', order: 'inTurn', isLooping: false },
  ...{ whenHidden: 'restart', atEnd: 'nothing', speed: 1 },
};

export const mediaActions = [
  'play',
  'pause',
  'stop',
  'restart',
  'seek',
  'next',
  'previous',
  'playFile',
] as const;
export type MediaAction = (typeof mediaActions)[number];

/** The longest file that can be sought in: 100 hours. */
export const MAX_MEDIA_MS = 360_000_000;

/** What a person or a remote control asks of a media source. */
export interface MediaControl {
  readonly sourceId: string;
  readonly action: MediaAction;
  /** Of `seek`: the place in the file under way. */
  readonly atMs?: number | undefined;
  /** Of `playFile`: the file in the list, from 0. */
  readonly entry?: number | undefined;
}
