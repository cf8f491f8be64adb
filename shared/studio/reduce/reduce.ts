/** Edits of the studio document, pure: a document and a command in, the next document out. */
import type { DocumentCommand } from '../document-commands.ts';
import type { StudioDocument } from '../document-schema.ts';
import { isFilterCommand } from '../filters/filter-commands.ts';
import { reduceFilters } from './filters.ts';
import { reduceGroups } from './groups.ts';
import { reduceItems } from './items.ts';
import { isMixerCommand } from '../mixer/mixer-commands.ts';
import { reduceMain } from './main-choices.ts';
import { reduceMixer } from './mixer.ts';
import { findSource, refused } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { reduceScenes } from './scenes.ts';
import { stingerSources } from '../studio-mode/stingers.ts';
import { withoutUnused } from './unused.ts';
import { holdItemsOnAir, reduceStudioMode, releaseItemsOnAir } from './studio-mode.ts';

/**
 * A command that changes nothing gives the same document back.
 * @throws AppError `studio/refused` for what isn't there or can't be.
 */
export function reduceDocument(document: StudioDocument, command: DocumentCommand, makeId: MakeId): Outcome {
  checkStingers(document, command);
  const outcome = reduce(document, command, makeId);
  return { ...outcome, document: withoutOldStingers(document, outcome.document) };
}

/** A stinger plays a video source. */
function checkStingers(document: StudioDocument, command: DocumentCommand): void {
  const own = 'transition' in command ? [command.transition] : [];
  const all = command.type === 'setQuickTransitions' ? command.quickTransitions : own;
  for (const each of all)
    if (each?.kind === 'stinger' && findSource(document, each.sourceId).kind !== 'video')
      throw refused('sourceWithoutVideo');
}

/** A source that was there for a stinger alone goes with it. */
function withoutOldStingers(before: StudioDocument, after: StudioDocument): StudioDocument {
  if (after === before) return after;
  const still = stingerSources(after);
  return withoutUnused(
    after,
    [...stingerSources(before)].filter((id) => !still.has(id)),
  );
}

function reduce(document: StudioDocument, command: DocumentCommand, makeId: MakeId): Outcome {
  if (isFilterCommand(command)) return reduceFilters(document, command, makeId);
  if (isMixerCommand(command)) return reduceMixer(document, command, makeId);
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
    case 'setStudioMode':
    case 'setPreviewScene':
    case 'transition':
    case 'setTransitionPosition':
    case 'setQuickTransitions':
      return { document: reduceStudioMode(document, command) };
    case 'groupItems':
    case 'ungroupItem':
      return withItemsHeld(document, (held) => reduceGroups(held, command, makeId));
    default:
      return withItemsHeld(document, (held) => reduceItems(held, command, makeId));
  }
}

/** What an edit changes of a scene that is on air and in the preview shows in the preview alone. */
function withItemsHeld(document: StudioDocument, change: (held: StudioDocument) => Outcome): Outcome {
  const held = holdItemsOnAir(document);
  const outcome = change(held);
  if (held === document) return outcome;
  if (outcome.document === held) return { ...outcome, document };
  return { ...outcome, document: releaseItemsOnAir(document, outcome.document) };
}
