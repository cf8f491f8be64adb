/**
 * All text for people: `texts.FEATURE.message`, a string or a function of typed values. Everything else in Upcast speaks
 * codes and values. Another language is another object of this type; the choice belongs in this file, before anything reads
 * a message.
 */
import { en } from './en.ts';

export type Text = typeof en;

export const texts: Text = en;

/** Numbers, lists, plurals and times in the language of `texts`. */
export const { format } = texts;
