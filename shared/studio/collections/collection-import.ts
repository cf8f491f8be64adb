/** What a person sees of a collection before it is imported. */
import type { ReportEntry } from '../../obs-collection/report.ts';

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
}

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
