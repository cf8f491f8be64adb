/** What the parts of a reading share: keys, names that are used up, the notes, and what may still be read. */
import { cutWhole } from '../../whole-characters.ts';
import { cleanName, cutName, MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { textAt } from '../json/fields.ts';
import { hostOf } from '../json/hosts.ts';
import { MAX_NOTES } from '../report.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ReportEntry } from '../report.ts';

/** Longest name that is looked at. */
const MAX_RAW_NAME_LENGTH = 1000;
const SOMETHING = /[^\p{Cc}\p{Z}\p{Bidi_Control}]/u;

/** How many of each a collection has at most. Items are those of all scenes together. */
const LIMITS = { source: 2000, scene: 500, item: 10_000, filter: 2000, transition: 200 } as const;
type Limited = keyof typeof LIMITS;

export class Reading {
  readonly notes: ReportEntry[] = [];
  private readonly counts = new Map<Limited, number>();
  private keyCount = 0;

  newKey(): string {
    this.keyCount += 1;
    return `obs-${this.keyCount}`;
  }

  note(entry: ReportEntry): void {
    if (this.hasRoom) this.notes.push(entry);
  }

  /** Whether a note would be kept: a hostile file could have many. */
  get hasRoom(): boolean {
    return this.notes.length < MAX_NOTES;
  }

  /** Whether one more may be read; the first that may not is noted. */
  takes(what: Limited): boolean {
    const count = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, count);
    const maximum = LIMITS[what];
    if (count === maximum + 1)
      this.note({ subject: what, name: '', kind: '', taken: 'not', reason: 'tooMany', details: { maximum } });
    return count <= maximum;
  }
}

const NAMELESS = {
  source: 'Source',
  scene: 'Scene',
  group: 'Group',
  filter: 'Filter',
  transition: 'Transition',
} as const;
type Nameable = keyof typeof NAMELESS;

/** Names within one space, each given once. */
export class Names {
  private readonly taken = new Set<string>();
  /** The number that the next of the same name tries first. */
  private readonly next = new Map<string, number>();

  constructor(private readonly reading: Reading) {}

  /** The name of the file, or one after it where that is taken; a rename is noted. */
  give(object: JsonObject, subject: Nameable, kind: string): string {
    const wanted = nameAt(object, 'name') || NAMELESS[subject];
    const name = this.unused(wanted);
    this.taken.add(name);
    if (name !== wanted)
      this.reading.note({
        subject,
        name: wanted,
        kind,
        taken: 'whole',
        reason: 'renamed',
        details: { to: name },
      });
    return name;
  }

  private unused(wanted: string): string {
    if (!this.taken.has(wanted)) return wanted;
    for (let number = this.next.get(wanted) ?? 2; ; number += 1) {
      const suffix = ` ${number}`;
      const name = cutWhole(wanted, MAX_NAME_LENGTH - suffix.length) + suffix;
      if (this.taken.has(name)) continue;
      this.next.set(wanted, number + 1);
      return name;
    }
  }
}

/** Without what a name may not hold: an address in it is cut down to its host. Empty where nothing is left. */
export function nameAt(object: JsonObject, member: string): string {
  const raw = textAt(object, member, MAX_RAW_NAME_LENGTH);
  const name = raw.includes('://') ? raw.split(/(\s+)/).map(withoutAddress).join('') : raw;
  if (!SOMETHING.test(name)) return '';
  const clean = cleanName(name).trim();
  return clean.length <= MAX_NAME_LENGTH ? clean : cutName(clean);
}

function withoutAddress(word: string): string {
  return word.includes('://') ? hostOf(word) : word;
}

/** The kind with its version; old files have the one without. Empty where there is none that could be a kind. */
export function kindAt(object: JsonObject): string {
  const kinds = ['versioned_id', 'id'].map((name) => textAt(object, name, MAX_RAW_NAME_LENGTH));
  return kinds.find((kind) => /^[\w. -]{1,100}$/.test(kind)) ?? '';
}
