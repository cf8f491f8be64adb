/** Tells whether a text is a label of a service's page, and of what. Pure. */
import { adjectives, backupWords, buttonWords, emptyValues, labels } from './labels.ts';
import type { LabelKind } from './labels.ts';

export interface Label {
  readonly kind: LabelKind;
  readonly isBackup: boolean;
}

const MAX_LABEL_LENGTH = 60;
const MAX_TABLE_HEAD_LENGTH = 300;

const kinds = new Map<string, LabelKind>(
  (Object.entries(labels) as [LabelKind, readonly string[]][]).flatMap(([kind, texts]) =>
    texts.map((text) => [fold(text), kind] as const),
  ),
);
const adjectiveSet = new Set(adjectives.map(fold));
const backups = backupWords.map(fold);
const empties = new Set(emptyValues.map(fold));
const buttons = new Set(buttonWords.map(fold));

/** `undefined` for what names nothing of a destination. */
export function readLabel(text: string): Label | undefined {
  if (text.length > MAX_LABEL_LENGTH) return undefined;
  const folded = fold(text.replace(/[（(][^()（）]*[)）]/g, ' '));
  if (folded === '') return undefined;
  const backup = backups.find((word) => folded.includes(word));
  const named = backup === undefined ? folded : tidy(folded.replace(backup, ' '));
  const kind = kinds.get(named) ?? kinds.get(withoutAdjectives(named));
  if (kind !== undefined) return { kind, isBackup: backup !== undefined };
  // "Backup" alone stands beside a backup server.
  return backup !== undefined && withoutAdjectives(named) === ''
    ? { kind: 'server', isBackup: true }
    : undefined;
}

/** The first line of a table: its cells are labels, and no values. */
export function isTableHead(line: string): boolean {
  const cells = line.split(/[,;|\t]/);
  if (cells.length < 2 || line.length > MAX_TABLE_HEAD_LENGTH || line.includes('://')) return false;
  const kinds = cells.map((cell) => readLabel(cell)?.kind);
  return kinds.includes('server') && kinds.includes('key');
}

/** A value that a page shows where there is none. */
export function isEmptyValue(text: string): boolean {
  return text === '' || isHiddenValue(text) || empties.has(fold(text));
}

/** Dots and stars hide a key that cannot be read. */
export function isHiddenValue(text: string): boolean {
  return /^[\s•●∙·*.…_–—-]+$|[•●∙]{2}|\*{6}/.test(text);
}

export function isButton(text: string): boolean {
  return buttons.has(fold(text));
}

/** One form for what looks alike: width, case, signs and blanks. A camelCase name becomes words. */
function fold(text: string): string {
  const words = text.length > MAX_LABEL_LENGTH ? text : text.replace(/([a-z])([A-Z])/g, '$1 $2');
  return tidy(
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/^\s*(?:\d+[.)]|[-–•*])\s*/, '')
      .replace(/[\s_\-–/'’"“”„«»`*#.:：=()[\]<>|,]+/g, ' '),
  );
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutAdjectives(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !adjectiveSet.has(word))
    .join(' ');
}

/** A word that could not be a name or a heading. */
export function looksLikeKey(word: string): boolean {
  return word.length >= 8 && /\p{L}/u.test(word) && /\d/.test(word);
}
