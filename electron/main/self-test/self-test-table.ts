/** The self-test for people: one line a row, what didn't pass last. Pure. */
import type { SelfTestResult, SelfTestRow } from '../../../shared/self-test/self-test.ts';
import { texts } from '../../../shared/text/text.ts';

const marks: Readonly<Record<SelfTestRow['status'], string>> = {
  passed: 'ok',
  warning: '!!',
  failed: 'XX',
  skipped: '--',
};
const order = ['passed', 'skipped', 'warning', 'failed'] as const;

export function selfTestTable({ version, electron, system, isPassed, rows }: SelfTestResult): string {
  const width = Math.max(...rows.map(({ name }) => name.length), 0) + 2;
  const sorted = order.flatMap((status) => rows.filter((row) => row.status === status));
  const count = (wanted: SelfTestRow['status']): number =>
    rows.filter(({ status }) => status === wanted).length;
  const { selfTest } = texts;
  return [
    selfTest.title(version, electron, system),
    ...sorted.map(({ name, status, value }) => `${marks[status]}  ${name.padEnd(width)}${value}`),
    selfTest.counts({ failed: count('failed'), warning: count('warning'), skipped: count('skipped') }),
    isPassed ? selfTest.passed : selfTest.failed,
  ].join('\n');
}
