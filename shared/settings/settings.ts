/** Everything Upcast remembers, without any secret. Versioned; older files are migrated, newer ones are refused. */
import * as z from 'zod';
import { recordingFormats } from '../broadcast/recording-name.ts';
import { destinationSchema } from '../destinations/destination.ts';
import { uplinkMeasurementSchema } from '../network/uplink-measurement.ts';
import { remoteSettingsSchema } from '../remote/remote-control.ts';
import { commonProxySchema } from '../proxy/proxy-schema.ts';
import { updateChannels } from '../updates/update-state.ts';
import { idSchema, studioDocumentSchema } from '../studio/document-schema.ts';
import { defaultDocument } from '../studio/document.ts';

export const SETTINGS_VERSION = 4;

/** Which side of a microphone is heard: both as they are, or one of them on both. */
const micChannelSchema = z.enum(['stereo', 'left', 'right']);
export type MicChannel = z.infer<typeof micChannelSchema>;

/** When a recording goes on in a new file, at a keyframe. */
export const recordingSplitSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('never') }),
  z.strictObject({ by: z.literal('time'), minutes: z.number().int().min(1).max(1440) }),
  z.strictObject({ by: z.literal('size'), megabytes: z.number().int().min(50).max(1_000_000) }),
]);
export type RecordingSplit = z.infer<typeof recordingSplitSchema>;

const updateSettingsSchema = z.strictObject({ channel: z.enum(updateChannels), isAutomatic: z.boolean() });

export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  destinations: z.array(destinationSchema).max(100),
  /** First start: the embedded receiver is the destination. */
  isRehearsing: z.boolean(),
  /** What rehearsals stream by; RTMPS when absent. */
  rehearsalProtocol: z.enum(['rtmps', 'rtmfp']).optional(),
  /** Of the open collection, in whose file the document is saved; the first one when absent. */
  collectionId: idSchema.optional(),
  /** The document of that collection; changed by studio commands alone. */
  studio: studioDocumentSchema,
  /** Where the headphones are, on this computer; the system's usual device when absent. */
  monitorDevice: z.strictObject({ deviceId: z.string().max(512), label: z.string().max(512) }).optional(),
  isDynamicBitrate: z.boolean(),
  theme: z.enum(['system', 'dark', 'light']),
  /** A tag of `shared/text/languages`, checked where it is used: another version may know others. The system's when absent. */
  language: z.string().max(35).optional(),
  recordingFolder: z.string().max(4096).optional(),
  isRecordingWhileLive: z.boolean(),
  /** One file when absent. */
  recordingSplit: recordingSplitSchema.optional(),
  /** MP4 when absent. */
  recordingFormat: z.enum(recordingFormats).optional(),
  /** As `recordingFileName` takes it; its default when absent. */
  recordingPattern: z.string().max(100).optional(),
  drainSeconds: z.number().int().min(0).max(120),
  /** The remote control on this computer; off when absent. */
  remote: remoteSettingsSchema.optional(),
  /** For all destinations without a choice of their own; they are connected to directly when absent. */
  proxy: commonProxySchema.optional(),
  /** True when its password is in the keychain (or held for this run). */
  hasProxyPassword: z.boolean().optional(),
  /** Of the app itself; stable and automatic when absent. */
  updates: updateSettingsSchema.optional(),
  /** What the last test of a destination measured; kept by main alone. */
  uplink: uplinkMeasurementSchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What is in the settings file. Before version 4 the document was in there too; one that is, is saved as a collection. */
export const savedSettingsSchema = settingsSchema.extend({
  studio: studioDocumentSchema.optional(),
  /** Of all collections, before channels had sides: the store moves it there. */
  micChannel: micChannelSchema.optional(),
});
export type SavedSettings = z.infer<typeof savedSettingsSchema>;

export const defaultSettings: Settings = {
  version: SETTINGS_VERSION,
  destinations: [],
  isRehearsing: true,
  studio: defaultDocument,
  isDynamicBitrate: false,
  theme: 'system',
  isRecordingWhileLive: false,
  drainSeconds: 30,
};
