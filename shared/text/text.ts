/**
 * All text for people: `texts.FEATURE.message`, a string or a function of typed values. Everything else in Upcast speaks
 * codes and values. Another language is another object of this type (`languages/`). Each process chooses before it reads
 * a message; no module reads one while it loads, which a test holds.
 */
import { en } from './en.ts';

export type Text = typeof en;

/** The chosen catalogue; English until `setTexts`. */
// oxlint-disable-next-line import/no-mutable-exports -- every importer reads what is chosen
export let texts: Text = en;

/** Numbers, lists, plurals and times in the language of `texts`. */
// oxlint-disable-next-line import/no-mutable-exports -- as above
export let { format } = en;

export function setTexts(catalogue: Text): void {
  texts = catalogue;
  ({ format } = catalogue);
}
