/** Numbers, lists, plurals and times as Russian writes them, and the forms of the nouns that are counted most. */
import { createFormat } from '../format.ts';
import type { PluralForms } from '../format.ts';

const base = createFormat('ru');

export const format = {
  ...base,
  seconds: (durationMs: number, digits = 0) => `${base.number(durationMs / 1000, digits)} с`,
};

/** The forms of a counted noun: 1 кадр, 2 кадра, 5 кадров. Fractions take the form of 2. */
export const forms = (one: string, few: string, many: string): PluralForms => ({
  one,
  few,
  many,
  other: few,
});

/** As subjects and in lists; the same after a verb where the noun is masculine. */
export const frames = forms('кадр', 'кадра', 'кадров');
export const files = forms('файл', 'файла', 'файлов');
export const sources = forms('источник', 'источника', 'источников');
export const reconnects = forms('переподключение', 'переподключения', 'переподключений');
export const gaps = forms('разрыв', 'разрыва', 'разрывов');
export const destinations = forms('площадка', 'площадки', 'площадок');
/** After a verb or a preposition that takes the accusative. */
export const destinationsAccusative = forms('площадку', 'площадки', 'площадок');

/** `1 раз`, `3 раза`. */
export const times = (count: number): string => format.count(count, forms('раз', 'раза', 'раз'));

/** `Пропущен 1 кадр`, `Пропущено 3 кадра`: the participle agrees with the count of a masculine noun. */
export const skipped = (count: number): string => base.plural(count, { one: 'Пропущен', other: 'Пропущено' });

/** Words of a server, of FFmpeg or of the system: in quotes, and without a period of their own. */
export const quoted = (words: string): string => `«${words.trim().replace(/\.$/u, '')}»`;

/** `«Камера», «Экран» и «Чат»`. */
export const namesOf = (names: readonly string[]): string => base.list(names.map((name) => `«${name}»`));

/** For the middle of a sentence; an acronym keeps its capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
