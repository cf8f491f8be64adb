/** What people read is spelled in one way, that of the United States: the catalogue, what services say, and the pages of the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = join(import.meta.dirname, '../../..');

/** Beginnings of words whose ending differs: -ise, -isation and so on. */
const STEMS = [
  ...[
    'author',
    'capital',
    'categor',
    'custom',
    'equal',
    'final',
    'general',
    'initial',
    'maxim',
    'minim',
    'normal',
  ],
  ...[
    'optim',
    'organ',
    'priorit',
    'real',
    'recogn',
    'sanit',
    'serial',
    'special',
    'standard',
    'summar',
    'synchron',
  ],
  ...['token', 'util', 'visual'],
].join('|');
const BRITISH = new RegExp(
  [
    String.raw`\b(?:\w*(?:colour|behaviour|favour|neighbour|honour)\w*`,
    String.raw`centre[sd]?|centring|grey\w*|licences?|licenced|defence|analys(?:e[sd]?|ing)|artefacts?|catalogued`,
    String.raw`\w*(?:${STEMS})is(?:e[sdr]?|ers|ing|ations?)`,
    String.raw`(?:cancel|label|model|signal|dial|level|total|travel|channel)l(?:ed|ing|er)|whilst|amongst|fulfil|judgement|learnt|spelt)\b`,
  ].join('|'),
  'giu',
);

function filesOf(folder: string, end: RegExp): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)));
}

const pages = [
  ...readdirSync(repository).filter((name) => name.endsWith('.md')),
  ...filesOf('docs', /\.md$/),
].map((page) => [page] as const);
const texts = [
  ...readdirSync(join(repository, 'shared/text'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('shared/text', name)),
  ...filesOf('shared/text/en', /\.ts$/),
].map((file) => [file] as const);

/** Without code, which names things as the code does, and without addresses. */
const proseOf = (page: string): string =>
  page.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`]*`|\]\([^)]*\)/g, '');

/** Strings and templates, without the values in them and without names of fields (`maskColour`). */
const stringsOf = (code: string): string =>
  [...code.replaceAll(/^import .*$/gm, '').matchAll(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g)]
    .map(([text]) => text.replaceAll(/\$\{[^}]*\}/g, ''))
    .filter((text) => !/^'[a-z]+(?:[A-Z][a-z]*)+'$/.test(text))
    .join('\n');

describe('spelling', () => {
  it.each(pages)('is one in %s', (page) => {
    const prose = proseOf(readFileSync(join(repository, page), 'utf8'));
    expect(prose.match(BRITISH) ?? []).toEqual([]);
  });

  it.each(texts)('is one in the text of %s', (file) => {
    const strings = stringsOf(readFileSync(join(repository, file), 'utf8'));
    expect(strings.match(BRITISH) ?? []).toEqual([]);
  });

  it('finds words of the other spelling, and leaves the others', () => {
    expect('Colours recognised, cancelled: the centre'.match(BRITISH)).toEqual([
      ...['Colours', 'recognised', 'cancelled', 'centre'],
    ]);
    expect('precise, exercise, promises, otherwise, a center'.match(BRITISH) ?? []).toEqual([]);
  });
});
