/**
 * The languages of Upcast, one line each. English is in every bundle; each other catalogue is a file of its own that is
 * loaded when it is chosen: a chunk of the renderer, `dist/languages/TAG.cjs` for the other processes.
 */
import type { Text } from '../text.ts';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** As its speakers call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For the renderer and tests; the other processes read a file (`electron/language`). Undefined for English. */
  readonly load?: () => Promise<Text>;
}

export const english: Language = { tag: 'en', name: 'English', direction: 'ltr' };

/** In the order of Settings. */
export const languages: readonly Language[] = [
  english,
  { tag: 'de', name: 'Deutsch', direction: 'ltr', load: async () => (await import('./de.ts')).german },
  { tag: 'fr', name: 'Français', direction: 'ltr', load: async () => (await import('./fr.ts')).french },
  { tag: 'es', name: 'Español', direction: 'ltr', load: async () => (await import('./es.ts')).spanish },
  {
    tag: 'pt-BR',
    name: 'Português (Brasil)',
    direction: 'ltr',
    load: async () => (await import('./pt-br.ts')).brazilianPortuguese,
  },
  { tag: 'ja', name: '日本語', direction: 'ltr', load: async () => (await import('./ja.ts')).japanese },
  {
    tag: 'zh-Hans',
    name: '简体中文',
    direction: 'ltr',
    load: async () => (await import('./zh-hans.ts')).simplifiedChinese,
  },
  { tag: 'ru', name: 'Русский', direction: 'ltr', load: async () => (await import('./ru.ts')).russian },
  { tag: 'ar', name: 'العربية', direction: 'rtl', load: async () => (await import('./ar.ts')).arabic },
];

/** For tests alone: no settings offer them, no system asks for them. */
export const pseudoLanguages: readonly Language[] = [
  { tag: 'en-XA', name: 'Pseudo', direction: 'ltr', load: async () => (await import('./en-xa.ts')).accented },
  {
    tag: 'en-XB',
    name: 'Mirrored',
    direction: 'rtl',
    load: async () => (await import('./en-xb.ts')).mirrored,
  },
];

/** By its exact tag, in any case; undefined for one that isn't there. */
export function findLanguage(tag: string | undefined): Language | undefined {
  const wanted = tag?.toLowerCase();
  return [...languages, ...pseudoLanguages].find((language) => language.tag.toLowerCase() === wanted);
}
