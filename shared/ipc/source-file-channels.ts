/** What the window asks main about the files of sources. Part of the contract. */
import * as z from 'zod';
import { typedNameSchema } from '../destinations/name.ts';
import type { CreatedIds } from '../studio/document-commands.ts';
import { idSchema } from '../studio/document-schema.ts';
import { MAX_SOURCE_FILES } from '../studio/drawn-inputs.ts';
import { output } from './channel.ts';
import { fileTargetInput, stingerTargetInput } from './file-target.ts';

/** A file of a source, without its folder. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const mediaTargetInput = z.union([
  z.strictObject({ sceneId: idSchema, name: typedNameSchema }),
  z.strictObject({ sourceId: idSchema, isAddition: z.boolean() }),
]);

export const sourceFileChannels = {
  /**
   * The person chooses an image in main's own dialog, and main runs the command with its path. What the command made; undefined when
   * they changed their mind.
   */
  'sourceFiles:chooseImage': { input: fileTargetInput, output: output<CreatedIds | undefined>() },
  /** A text that is there shows the chosen file from then on. */
  'sourceFiles:chooseText': {
    input: z.strictObject({ sourceId: idSchema }),
    output: output<CreatedIds | undefined>(),
  },
  /** Images for a slide show, new or in place of those that it has. */
  'sourceFiles:chooseSlides': { input: fileTargetInput, output: output<CreatedIds | undefined>() },
  /** The file that a filter needs: an image for a mask, a .cube file for a LUT. */
  'sourceFiles:chooseForFilter': {
    input: z.strictObject({ filterId: idSchema }),
    output: output<CreatedIds | undefined>(),
  },
  /** Media files: new, in place of those that the source has, or behind them. */
  'sourceFiles:chooseMedia': { input: mediaTargetInput, output: output<CreatedIds | undefined>() },
  /** A video that plays over two scenes: new, or in place of the one that the source plays as a stinger alone. */
  'sourceFiles:chooseStinger': { input: stingerTargetInput, output: output<CreatedIds | undefined>() },
  /** A file that the studio document names for the source or the filter; watched from then on. */
  'sourceFiles:read': {
    input: z.union([
      z.strictObject({ sourceId: idSchema, index: z.number().int().min(0).max(MAX_SOURCE_FILES) }),
      z.strictObject({ filterId: idSchema }),
    ]),
    output: output<SourceFile>(),
  },
} as const;
