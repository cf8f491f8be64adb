/** The report of an import as `live` prints it: how much came over, then each thing that came over changed or not at all. Pure. */
import type { ReportEntry } from '../../../shared/obs-collection/report.ts';
import { texts } from '../../../shared/text/text.ts';
import { printable } from './printable.ts';

/** Empty where nothing was imported. */
export function importLines(report: readonly ReportEntry[]): readonly string[] {
  if (report.length === 0) return [];
  const count = (taken: ReportEntry['taken']): number =>
    report.filter((entry) => entry.taken === taken).length;
  const told = report.filter(({ taken }) => taken !== 'whole');
  return [
    texts.obsImport.summary(count('whole'), count('partly'), count('not')),
    ...told.map((entry) => printable(`  ${texts.obsImport.entry(entry)}`)),
  ];
}
