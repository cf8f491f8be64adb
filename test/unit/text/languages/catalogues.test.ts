/** Every catalogue says what English says: the same texts, with the same values in them, in the forms that its language has. */
import { describe, expect, it } from 'vitest';
import { en } from '../../../../shared/text/en.ts';
import { languages } from '../../../../shared/text/languages/languages.ts';
import type { PluralForms } from '../../../../shared/text/format.ts';
import { leavesOf, resultOf, sampleNumbers, samplesFor, sampleWords } from './catalogue-leaves.ts';
import { sameWords } from './same-words.ts';

const english = leavesOf(en);
const others = languages.flatMap((language) =>
  language.load === undefined ? [] : [{ ...language, load: language.load }],
);

it('the registry has English first and each language once, by its own name', () => {
  expect(languages[0]?.tag).toBe('en');
  for (const list of [languages.map(({ tag }) => tag), languages.map(({ name }) => name)])
    expect(new Set(list).size).toBe(languages.length);
  for (const { tag, direction } of languages)
    expect(direction).toBe(/^(?:ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr');
});

/** What code looks for in a text, or a person types as it stands: each once. */
function tokensOf(text: string): ReadonlySet<string> {
  const found = text.match(
    /\{[a-z]+\}|--[a-z][a-z-]*|[a-z]+:\/\/(?:[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)?|\b(?:Ctrl|Alt|Shift)\+(?:[A-Z]\b|Enter|Left|Right|Up|Down)|\bF\d+\b/g,
  );
  return new Set(found);
}

/** The value as it is, and no part of a longer number. */
function hasValue(text: string, value: string): boolean {
  return new RegExp(`(?<![\\d.,])${value}(?![.,]?\\d)`).test(text);
}

/** Counted words that are the same for every number but one: they stand in an oblique case, or beside the noun. By their first form. */
const twoForms: ReadonlySet<string> = new Set([
  ...['omitido', 'perdido', 'ignorado'],
  ...['файла', 'символа', 'переподключением', 'потерянным кадром'],
]);

describe.each(others)('$name', ({ tag, load }) => {
  it('has the texts of English and no others', async () => {
    const own = leavesOf(await load());
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    const kinds = [...english].filter(([place, leaf]) => typeof leaf !== typeof own.get(place));
    expect(kinds.map(([place]) => place)).toEqual([]);
  });

  it('keeps placeholders, options, addresses and shortcuts', async () => {
    const own = leavesOf(await load());
    const lost = [...english].flatMap(([place, leaf]) => {
      const mine = own.get(place);
      if (typeof leaf !== 'string' || typeof mine !== 'string') return [];
      const found = tokensOf(mine);
      return [...tokensOf(leaf)].filter((token) => !found.has(token)).map((token) => `${place}: ${token}`);
    });
    expect(lost).toEqual([]);
  });

  it('says every value that English says', async () => {
    const own = leavesOf(await load());
    const lost = new Set<string>();
    for (const [place, leaf] of english) {
      const mine = own.get(place);
      if (typeof leaf === 'string' || mine === undefined) continue;
      for (const sample of samplesFor(place, leaf.length)) {
        const said = resultOf(leaf, sample);
        if (said === undefined) continue;
        const answer = resultOf(mine, sample);
        // A word of a closed list is looked up there: the sample is none.
        if (answer === undefined) continue;
        const values = [...sampleWords, ...sampleNumbers.map(String)].filter((value) =>
          hasValue(said, value),
        );
        const missing = values.filter((value) => !hasValue(answer, value));
        if (missing.length > 0) lost.add(`${place}(${JSON.stringify(sample)}): ${said} | ${answer}`);
      }
    }
    expect([...lost]).toEqual([]);
  });

  it('translates everything but words that are the same in both', async () => {
    const own = leavesOf(await load());
    const allowed = new Set([...sameWords.all, ...(sameWords[tag] ?? [])]);
    const same = [...english].flatMap(([place, leaf]) =>
      typeof leaf === 'string' && leaf === own.get(place) && /\p{L}{2}/u.test(leaf) && !allowed.has(leaf)
        ? [`${place}: ${leaf}`]
        : [],
    );
    expect(same).toEqual([]);
  });

  it('gives the facts about services as English does: each number, and each way through a dashboard as it is written there', async () => {
    const own = leavesOf(await load());
    const numbers = (text: string): readonly string[] =>
      [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => number.replace(',', '.')).toSorted();
    const wayOf = (text: string): string => /^[^:]+ > [^:]+/.exec(text)?.[0] ?? '';
    const different = [...english].filter(([place, leaf]) => {
      const mine = own.get(place);
      if (!place.startsWith('services.') || typeof leaf !== 'string' || typeof mine !== 'string')
        return false;
      return String(numbers(mine)) !== String(numbers(leaf)) || !mine.includes(wayOf(leaf));
    });
    expect(different.map(([place]) => `${place}: ${String(own.get(place))}`)).toEqual([]);
  });

  it('calls a button what is written on it, for those who speak to the computer', async () => {
    const { destinations, filters, items, mixer, scenes } = await load();
    const buttons = [
      ...([
        [destinations.add, destinations.addDestination],
        [filters.add, filters.addFilter],
      ] as const),
      ...([
        [items.add, items.addSource],
        [mixer.add, mixer.addAudio],
        [scenes.add, scenes.addScene],
      ] as const),
    ];
    const words = new Intl.Segmenter(tag, { granularity: 'word' });
    const wordsOf = (text: string): string => {
      const found = [...words.segment(text.toLocaleLowerCase(tag))].filter(({ isWordLike }) => isWordLike);
      return ` ${found.map(({ segment }) => segment).join(' ')} `;
    };
    expect(buttons.filter(([written, name]) => !wordsOf(name).includes(wordsOf(written)))).toEqual([]);
  });

  it('has every plural form of its language', async () => {
    const catalogue = await load();
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const incomplete = new Set<string>();
    const { format } = catalogue;
    const { count } = format;
    // A form alone may be the same for several numbers; one with a number is named for each.
    const check = (forms: PluralForms): void => {
      const missing = wanted.filter((form) => forms[form] === undefined);
      if (missing.length > 0 && !twoForms.has(forms.one ?? ''))
        incomplete.add(`${missing.join(', ')} of ${JSON.stringify(forms)}`);
    };
    format.count = (value, forms) => (check(forms), count(value, forms));
    try {
      for (const [place, leaf] of leavesOf(catalogue)) {
        if (typeof leaf !== 'string')
          for (const sample of samplesFor(place, leaf.length)) resultOf(leaf, sample);
      }
    } finally {
      Object.assign(format, { count });
    }
    expect([...incomplete]).toEqual([]);
  });

  it('writes numbers, lists and dates by its own rules, with Latin digits', async () => {
    const { format } = await load();
    expect(new Intl.Locale(format.locale).baseName).toBe(tag);
    expect(format.number(1234.5, 1)).toBe(
      new Intl.NumberFormat(`${tag}-u-nu-latn`, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(1234.5),
    );
    expect(format.date(0)).toMatch(/19\d\d|1970/);
  });
});
