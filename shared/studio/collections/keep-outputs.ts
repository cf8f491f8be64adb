/** Another document in place of the one that is open: what is encoded stays as it is, so that a stream goes on. Pure. */
import { encodingOf } from '../document.ts';
import type { StudioDocument } from '../document-schema.ts';
import { reduceDocument } from '../reduce/reduce.ts';

/** `next` with the encodings of `open` and their canvas; items lie as on a canvas of that size. */
export function keepOutputs(next: StudioDocument, open: StudioDocument): StudioDocument {
  const setEncoding = { type: 'setEncoding', profile: encodingOf(open) } as const;
  const { document } = reduceDocument(next, setEncoding, noId);
  const [canvas, ...others] = document.canvases;
  const [openCanvas] = open.canvases;
  if (canvas === undefined || openCanvas === undefined) return document;
  const { id, name } = openCanvas;
  return {
    ...document,
    canvases: [{ ...canvas, id, name }, ...others.filter((each) => each.id !== id)],
    encodings: open.encodings.filter(({ canvasId }) => canvasId === id),
  };
}

/** An encoding makes nothing that has an id. */
const noId = (): string => '';
