/** What commands make of a document, or why one is refused. Every document on the way is one that can be saved. */
import { expect } from 'vitest';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { documentCommandSchema } from '../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';

/** Ids begin with `made-`. */
export function does(...commands: readonly DocumentCommand[]): StudioDocument {
  return run(defaultDocument, commands, 'made');
}

/** Of a document that `does` left; ids begin with `later-`. */
export function doesTo(document: StudioDocument, ...commands: readonly DocumentCommand[]): StudioDocument {
  return run(document, commands, 'later');
}

function run(document: StudioDocument, commands: readonly DocumentCommand[], prefix: string): StudioDocument {
  let after = document;
  let made = 0;
  const makeId = (): string => {
    made += 1;
    return `${prefix}-${made}`;
  };
  for (const command of commands) {
    expect(documentCommandSchema.safeParse(command).error).toBeUndefined();
    ({ document: after } = reduceDocument(after, command, makeId));
    expect(studioDocumentSchema.safeParse(after).error).toBeUndefined();
  }
  return after;
}

/** Undefined where the command is not refused. */
export function refusal(document: StudioDocument, command: DocumentCommand): unknown {
  try {
    reduceDocument(document, command, () => 'refused');
    return undefined;
  } catch (error) {
    return toAppError(error).details['reason'];
  }
}
