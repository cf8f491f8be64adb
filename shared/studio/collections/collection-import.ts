/** What a person sees of a collection before it is imported, and chooses. */
import * as z from 'zod';
import type { ReportEntry } from '../../obs-collection/report.ts';
import { idSchema, MAX_SOURCES } from '../document-schema.ts';
import { audioInputSchema, videoInputSchema } from '../inputs.ts';

/** More than this would be no collection of a person's. */
export const MAX_IMPORTED_FILES = 5000;

export interface ImportedFile {
  /** Of this computer, or relative to an exported collection. */
  readonly path: string;
  readonly isThere: boolean;
}

export interface CollectionPreview {
  /** OBS' own file, or a folder that Upcast exported. */
  readonly from: 'obs' | 'upcast';
  readonly fileName: string;
  readonly name: string;
  readonly scenes: number;
  readonly sources: number;
  readonly files: readonly ImportedFile[];
  /** Of OBS: what becomes of each thing. */
  readonly report: readonly ReportEntry[];
  /** Of OBS: what is to be chosen again. */
  readonly devices: readonly ImportedDevice[];
}

/** A camera, a microphone, or a screen or window that OBS knew by an id of its own. */
export interface ImportedDevice {
  /** In the document. */
  readonly sourceId: string;
  readonly kind: 'camera' | 'microphone' | 'screen';
  /** Of the source. */
  readonly name: string;
  /** As OBS names it. */
  readonly device: string;
}

/** What a person chose for one of them. */
const chosenDeviceSchema = z.strictObject({
  sourceId: idSchema,
  input: z.union([videoInputSchema, audioInputSchema]),
});
export type ChosenDevice = z.infer<typeof chosenDeviceSchema>;
export const chosenDevicesSchema = z.array(chosenDeviceSchema).max(MAX_SOURCES);

/** A collection in OBS' own folder. */
export interface FoundCollection {
  /** Of the list that main made last. */
  readonly index: number;
  readonly name: string;
}

/** How far the copies of an export or an import have come. */
export interface TransferProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface ExportedCollection {
  /** Of the new folder, without the folders around it. */
  readonly folder: string;
  readonly files: number;
  /** Names of files that weren't there, or couldn't be read. */
  readonly missing: readonly string[];
}
