/** The diagnostics file: plain text that a person reads before it goes to anybody. Pure. */
import { texts } from '../../../shared/text/text.ts';
import type { SecretRegister } from '../secret-register.ts';
import type { DumpFacts } from './dump-folder.ts';
import type { Run } from './run-history.ts';
import { Scrubber } from './scrubber.ts';
import type { KnownName } from './scrubber.ts';
import { structureOf } from './structure.ts';

export interface Diagnostics {
  /** Milliseconds since the epoch. */
  readonly madeMs: number;
  /** Facts of the program and the computer, none of which a person typed. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Shown by their structure alone. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly runs: readonly Run[];
  readonly dumps: readonly DumpFacts[];
  /** Lines as the logger wrote them, oldest first. */
  readonly logLines: readonly string[];
  readonly names: readonly KnownName[];
}

const RULE = '-'.repeat(78);

/** @param secrets knows every secret there is. */
export function diagnosticsText(diagnostics: Diagnostics, secrets: Pick<SecretRegister, 'clean'>): string {
  const { madeMs, facts, values, runs, dumps, logLines, names } = diagnostics;
  const { diagnostics: words } = texts;
  const scrubber = new Scrubber(names);
  const clean = (text: string): string => scrubber.clean(secrets.clean(text));
  const section = (title: string, lines: readonly string[]): readonly string[] => [
    ...['', RULE, title, RULE],
    ...(lines.length === 0 ? [words.none] : lines),
  ];
  const lines = [
    words.heading(new Date(madeMs).toISOString()),
    ...words.about,
    ...section(
      words.facts,
      Object.entries(facts)
        .map(([name, fact]) => `${name}: ${shown(fact)}`)
        .map(clean),
    ),
    ...section(words.runs, runs.toReversed().flatMap(runLines)),
    ...section(words.dumps, dumps.map(dumpLine)),
    ...Object.entries(values).flatMap(([name, value]) =>
      section(name, JSON.stringify(structureOf(value), undefined, 1).split('\n')),
    ),
    ...section(words.log, logLines.flatMap(readLine).map(clean)),
  ];
  return `${lines.join('\n')}\n`;
}

function shown(fact: unknown): string {
  return typeof fact === 'string' ? fact : (JSON.stringify(fact) ?? 'unknown');
}

function runLines({ version, startedMs, endedMs, crashes }: Run): readonly string[] {
  const end = endedMs === undefined ? texts.diagnostics.noEnd : iso(endedMs);
  return [
    `${version}: ${iso(startedMs)} - ${end}`,
    ...crashes.map(
      ({ atMs, part, reason, exitCode }) => `  ${iso(atMs)} ${part}: ${reason}, code ${exitCode ?? '?'}`,
    ),
  ];
}

function dumpLine({ madeMs, bytes, place }: DumpFacts): string {
  const where =
    place === undefined
      ? ''
      : ` code ${place.code} in ${place.module ?? '?'} +0x${(place.offset ?? 0).toString(16)}`;
  return `${iso(madeMs)} ${bytes} bytes${where}`;
}

/** What isn't a line of the logger is left out. */
function readLine(line: string): readonly string[] {
  try {
    const { time, level, area, text } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return [`${String(time)} ${String(level)} ${String(area)}: ${String(text)}`];
  } catch {
    return [];
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
