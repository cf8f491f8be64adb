/** What the form of a page, and an import, save: the address and the CSS to the keychain, all else to the studio document. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ImportedPage } from '../../../shared/obs-collection/page-secrets.ts';
import type { CreatedIds, DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { parsePageAddress } from '../../../shared/studio/pages/page-input.ts';
import type { PageSettings } from '../../../shared/studio/pages/page-input.ts';
import { TaskQueue } from '../../../shared/task-queue.ts';
import type { FileTarget } from '../source-files/choose-files.ts';
import type { CommandRunner } from '../studio/command-runner.ts';
import type { PageAddresses, PageSecrets } from './page-addresses.ts';

export interface TypedPage {
  readonly target: FileTarget;
  readonly address: string;
  readonly css: string;
  readonly settings: PageSettings;
}

export interface PageFormParts {
  readonly commands: Pick<CommandRunner, 'run' | 'allowPage'>;
  readonly document: () => StudioDocument;
  readonly addresses: PageAddresses;
  /** Runs what changes the document and an address together. */
  readonly change: <T>(work: () => Promise<T>) => Promise<T>;
}

export class PageForm {
  readonly #parts: PageFormParts;
  readonly #saves = new TaskQueue();

  constructor(parts: PageFormParts) {
    this.#parts = parts;
  }

  /** For the secret frame alone. @throws AppError `studio/refused` where the document has no such page */
  read(sourceId: string): PageSecrets {
    const source = this.#parts.document().sources.find(({ id }) => id === sourceId);
    if (source?.input.type !== 'page') throw withReason('studio/refused', 'sourceUnknown');
    return this.#parts.addresses.get({ sourceId, host: source.input.host }) ?? { address: '', css: '' };
  }

  /** @throws AppError `input/bad-option`, `studio/refused`, `settings/write-failed` */
  async save(typed: TypedPage): Promise<CreatedIds> {
    return await this.#saves.run(async () => await this.#parts.change(async () => await this.#save(typed)));
  }

  /**
   * Of a collection that a person imports, before its document is opened: the addresses are sealed, and commands may name their hosts.
   * @throws AppError `settings/write-failed`
   */
  async keepImported(pages: readonly ImportedPage[]): Promise<void> {
    if (pages.length > 0) await this.#parts.addresses.set(pages);
    for (const { host } of pages) this.#parts.commands.allowPage(host);
  }

  async #save({ target, address: text, css, settings }: TypedPage): Promise<CreatedIds> {
    const { commands, addresses } = this.#parts;
    const { address, host } = parsePageAddress(text);
    commands.allowPage(host);
    const input = { type: 'page' as const, host, ...settings };
    const command: DocumentCommand =
      'sourceId' in target
        ? { type: 'setSourceInput', sourceId: target.sourceId, input }
        : { type: 'addSource', sceneId: target.sceneId, name: target.name, input };
    const answer = await commands.run({ requestId: randomUUID(), command });
    if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
    const created = answer.created ?? {};
    const sourceId = 'sourceId' in target ? target.sourceId : created.sourceId;
    if (sourceId !== undefined) await addresses.set([{ sourceId, host, address, css }]);
    return created;
  }
}
