/** The files of the document's media sources, as the engine plays them. */
import type { MediaSourceFiles } from '../../media/media-source-port.ts';
import type { StudioDocument } from '../document-schema.ts';

export function mediaFilesOf({ sources }: StudioDocument): readonly MediaSourceFiles[] {
  return sources.flatMap(({ id: sourceId, input }): readonly MediaSourceFiles[] => {
    if (input.type !== 'media') return [];
    const { paths, order, isLooping } = input;
    return [{ sourceId, paths, order, isLooping }];
  });
}
