/** The files that sources show, by the studio document alone. */
import type { StudioDocument } from '../document-schema.ts';
import type { AudioChoice, VideoInput } from '../inputs.ts';

/** Absolute paths, in the input's own order. */
export function filesOf(input: VideoInput | AudioChoice): readonly string[] {
  switch (input.type) {
    case 'image':
      return [input.path];
    case 'slideshow':
    case 'media':
      return input.paths;
    case 'text':
      return input.content?.type === 'file' ? [input.content.path] : [];
    default:
      return [];
  }
}

/** One file of a source. */
export interface FilePlace {
  readonly sourceId: string;
  /** Of the file among those of the source, from 0. */
  readonly index: number;
}

export interface NamedFile extends FilePlace {
  readonly input: VideoInput | AudioChoice;
  readonly path: string;
}

export function fileAt({ sources }: StudioDocument, { sourceId, index }: FilePlace): NamedFile | undefined {
  const input = sources.find(({ id }) => id === sourceId)?.input;
  if (input === undefined) return undefined;
  const path = filesOf(input)[index];
  return path === undefined ? undefined : { sourceId, index, input, path };
}

/** Wherever the document names this file. */
export function placesOfFile({ sources }: StudioDocument, path: string): readonly NamedFile[] {
  return sources.flatMap(({ id: sourceId, input }) =>
    filesOf(input).flatMap((each, index) => (each === path ? [{ sourceId, index, input, path }] : [])),
  );
}
