/** Edits of the studio document, pure: a document and a command in, the next document out. */
import type { DocumentCommand } from '../document-commands.ts';
import type { StudioDocument } from '../document-schema.ts';
import { isFilterCommand } from '../filters/filter-commands.ts';
import { reduceFilters } from './filters.ts';
import { reduceGroups } from './groups.ts';
import { reduceItems } from './items.ts';
import { reduceMain } from './main-choices.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { reduceScenes } from './scenes.ts';

/**
 * A command that changes nothing gives the same document back.
 * @throws AppError `studio/refused` for what isn't there or can't be.
 */
export function reduceDocument(document: StudioDocument, command: DocumentCommand, makeId: MakeId): Outcome {
  if (isFilterCommand(command)) return reduceFilters(document, command, makeId);
  switch (command.type) {
    case 'setVideoSource':
    case 'setAudioSource':
    case 'setAudioLevel':
    case 'setEncoding':
      return { document: reduceMain(document, command, makeId) };
    case 'addScene':
    case 'duplicateScene':
    case 'renameScene':
    case 'moveScene':
    case 'removeScene':
    case 'switchScene':
    case 'setTransition':
    case 'setSceneTransition':
      return reduceScenes(document, command, makeId);
    case 'groupItems':
    case 'ungroupItem':
      return reduceGroups(document, command, makeId);
    default:
      return reduceItems(document, command, makeId);
  }
}
