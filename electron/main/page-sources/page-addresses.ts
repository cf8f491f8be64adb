/** The addresses of pages and their CSS, beside the stream keys in the keychain: for main and the secret frame alone. */
import type { SecretRegister } from '../../log/secret-register.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';

export interface PageSecrets {
  readonly address: string;
  readonly css: string;
}

/** A page of the document: by undo a source may have the host of before, and then has the address of before. */
export interface PagePlace {
  readonly sourceId: string;
  readonly host: string;
}

/** No destination has such an id. */
const PREFIX = 'page ';
const idOf = ({ sourceId, host }: PagePlace): string => `${PREFIX}${sourceId} ${host}`;

export class PageAddresses {
  readonly #secrets: SecretStore;
  readonly #register: SecretRegister;

  /** Their values are known to the register, as those of every saved secret. */
  constructor(secrets: SecretStore, register: SecretRegister) {
    this.#secrets = secrets;
    this.#register = register;
    for (const secret of secrets.values()) this.#registerParts(secret);
  }

  get(place: PagePlace): PageSecrets | undefined {
    const { pageAddress, pageCss } = this.#secrets.get(idOf(place));
    return pageAddress === undefined ? undefined : { address: pageAddress, css: pageCss ?? '' };
  }

  /** @throws AppError `settings/write-failed` */
  async set(pages: readonly (PagePlace & PageSecrets)[]): Promise<void> {
    for (const { address, css } of pages) for (const secret of [address, css]) this.#registerParts(secret);
    await this.#secrets.setAll(
      pages.map((page) => [idOf(page), { pageAddress: page.address, pageCss: page.css }]),
    );
  }

  /** What is kept of pages, for their copies too: from then on each has its own. @throws AppError `settings/write-failed` */
  async copy(ids: PageIds): Promise<void> {
    const copies = this.#secrets.ids().flatMap((id) => {
      const [sourceId = '', host = ''] = id.startsWith(PREFIX) ? id.slice(PREFIX.length).split(' ') : [];
      const copyId = ids.get(sourceId);
      return copyId === undefined ? [] : [[idOf({ sourceId: copyId, host }), this.#secrets.get(id)] as const];
    });
    if (copies.length > 0) await this.#secrets.setAll(copies);
  }

  /**
   * At the start: pages that no saved studio has any more are forgotten.
   * @param isSaved whether a source may be in any, by its id.
   * @throws AppError `settings/write-failed`
   */
  async tidy(isSaved: (sourceId: string) => boolean): Promise<void> {
    const gone = this.#secrets
      .ids()
      .filter((id) => id.startsWith(PREFIX) && !isSaved(id.slice(PREFIX.length).split(' ')[0] ?? ''));
    if (gone.length > 0) await this.#secrets.setAll(gone.map((id) => [id, {}]));
  }

  /** Whoever tells of a page may leave its scheme and host out. */
  #registerParts(secret: string): void {
    this.#register.add(secret);
    if (!URL.canParse(secret)) return;
    const { username, password, pathname, search, hash } = new URL(secret);
    for (const part of [username, password, search, hash, pathname.length > 8 ? pathname : ''])
      this.#register.add(part);
  }
}
