/** What commands may name: the files and the hosts of pages that a person chose, and those of documents that were opened. */
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { pathsIn } from '../../../shared/studio/files/document-paths.ts';
import { pagesOf } from '../../../shared/studio/pages/shown-sources.ts';

export class ChosenThings {
  readonly #files = new Set<string>();
  readonly #hosts = new Set<string>();

  allowFile(path: string): void {
    this.#files.add(path);
  }

  allowPage(host: string): void {
    this.#hosts.add(host);
  }

  allowAllOf(document: StudioDocument): void {
    for (const path of pathsIn(document)) this.#files.add(path);
    for (const { input } of pagesOf(document)) this.#hosts.add(input.host);
  }

  /** @throws AppError `studio/refused` for a file or a host that nobody chose */
  check(command: DocumentCommand): void {
    if (!pathsIn(command).every((path) => this.#files.has(path)))
      throw withReason('studio/refused', 'fileNotChosen');
    const host = 'input' in command && command.input.type === 'page' ? command.input.host : undefined;
    if (host !== undefined && !this.#hosts.has(host)) throw withReason('studio/refused', 'pageNotTyped');
  }
}
