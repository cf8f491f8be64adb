/** Order of versions by Semantic Versioning 2.0.0, section 11, without build metadata. Pure. */

interface Version {
  readonly numbers: readonly number[];
  /** Empty for a release. */
  readonly before: readonly string[];
}

const PATTERN = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]{1,100}))?$/;

/** Undefined when the text is no version. */
function readVersion(text: string): Version | undefined {
  const found = PATTERN.exec(text);
  if (found === null) return undefined;
  return { numbers: found.slice(1, 4).map(Number), before: found[4]?.split('.') ?? [] };
}

/** False too when one of them is no version. */
export function isNewer(candidate: string, current: string): boolean {
  const one = readVersion(candidate);
  const other = readVersion(current);
  if (one === undefined || other === undefined) return false;
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  if (one.before.length === 0 || other.before.length === 0) return one.before.length < other.before.length;
  return comparePre(one.before, other.before) > 0;
}

function comparePre(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (part === against) continue;
    const [a, b] = [part, against].map((each) => (/^\d+$/.test(each) ? Number(each) : undefined));
    if (a !== undefined && b !== undefined) return a - b;
    if (a !== undefined || b !== undefined) return a === undefined ? 1 : -1;
    return part > against ? 1 : -1;
  }
  return one.length - other.length;
}
