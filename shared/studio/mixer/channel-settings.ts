/** What is set of a channel of the mixer, beside its source, and what the mixer does with all of them. */
import * as z from 'zod';
import { MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { TRACK_NUMBERS } from '../../media/track.ts';
import { HIGHEST_TARGET_LUFS, LOWEST_TARGET_LUFS, loudnessTargetIds } from '../../sound/targets.ts';

/** Of one document: one for each source, and a main channel without any. */
export const MAX_CHANNELS = 201;
/** Mixes that are made of the channels. */
export const allTracks: readonly number[] = TRACK_NUMBERS;
export const TRACK_COUNT = TRACK_NUMBERS.length;

/** Linear, 1 leaves the level unchanged. */
export const gainSchema = z.number().min(0).max(4);

/** Milliseconds. Before 0 every other channel waits, and the picture doesn't: a render delay moves the picture. */
export const MIN_SYNC_OFFSET_MS = -950;
export const MAX_SYNC_OFFSET_MS = 2000;
export const syncOffsetSchema = z.number().int().min(MIN_SYNC_OFFSET_MS).max(MAX_SYNC_OFFSET_MS);

/** -1 is left, 1 is right. */
export const balanceSchema = z.number().min(-1).max(1);
/** The side of the source that is heard on both. */
export const sideSchema = z.enum(['left', 'right']);
export type Side = z.infer<typeof sideSchema>;
/** `only`: the headphones alone get the channel; `both`: they and the tracks. */
export const monitoringSchema = z.enum(['only', 'both']);

const trackSchema = z.number().int().min(1).max(TRACK_COUNT);
/** Each once. */
export const tracksSchema = z.array(trackSchema).max(TRACK_COUNT);

/** Of a channel's key. */
export const MAX_KEY_RELEASE_MS = 2000;
export const pushToSchema = z.strictObject({
  /** `talk`: heard while the key is held; `mute`: silent meanwhile; `toggle`: muted or unmuted each time the key is pressed. */
  mode: z.enum(['talk', 'mute', 'toggle']),
  /** As Electron writes accelerators: `Control+Shift+M`. */
  accelerator: z.string().regex(/^[\x21-\x7e]{1,64}$/),
  /** How long what the key did holds on. */
  releaseMs: z.number().int().min(0).max(MAX_KEY_RELEASE_MS),
});
export type PushTo = z.infer<typeof pushToSchema>;

export const MIN_CEILING_DB = -12;

/** Empty for a track without a name of its own. */
const trackNameSchema = z.string().max(MAX_NAME_LENGTH);

const allSettingsSchema = z.strictObject({
  trackNames: z.array(trackNameSchema).max(TRACK_COUNT),
  isLimiterOn: z.boolean(),
  /** dBTP: no track that is sent peaks above. */
  ceilingDb: z.number().min(MIN_CEILING_DB).max(0),
  /** LUFS, or a target by its name; `auto` goes by the destinations. */
  target: z.union([
    z.enum(['auto', ...loudnessTargetIds]),
    z.number().min(LOWEST_TARGET_LUFS).max(HIGHEST_TARGET_LUFS),
  ]),
  /** What the streams take. */
  streamTrack: trackSchema,
  /** What a recording has, the first one first; the stream's alone where there is none. */
  recordingTracks: tracksSchema,
});
export type MixerSettings = z.infer<typeof allSettingsSchema>;

/** Of the document: what is absent is usual. */
export const mixerSchema = allSettingsSchema.partial();
export type Mixer = z.infer<typeof mixerSchema>;

export const mixerDefaults: MixerSettings = {
  trackNames: [],
  isLimiterOn: true,
  ceilingDb: -1,
  target: 'auto',
  streamTrack: 1,
  recordingTracks: [],
};

/** All of them, of a document's own where it has them. */
export function mixerSettingsOf(mixer: Mixer = {}): MixerSettings {
  const { trackNames, isLimiterOn, ceilingDb, target, streamTrack, recordingTracks } = mixer;
  return {
    trackNames: trackNames ?? mixerDefaults.trackNames,
    isLimiterOn: isLimiterOn ?? mixerDefaults.isLimiterOn,
    ceilingDb: ceilingDb ?? mixerDefaults.ceilingDb,
    target: target ?? mixerDefaults.target,
    streamTrack: streamTrack ?? mixerDefaults.streamTrack,
    recordingTracks: recordingTracks ?? mixerDefaults.recordingTracks,
  };
}
