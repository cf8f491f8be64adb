/** The files that a command names: none but those that a person chose. */
import type { DocumentCommand } from '../document-commands.ts';
import { filterFileOf } from '../filters/filter.ts';
import { filesOf } from './source-files.ts';

/** Absolute paths. */
export function filesOfCommand(command: DocumentCommand): readonly string[] {
  if ('input' in command) return filesOf(command.input);
  const path = 'settings' in command ? filterFileOf(command.settings) : undefined;
  return path === undefined ? [] : [path];
}
