/**
 * The fault table: a real nginx-rtmp, plain or behind TLS, and a broadcast each in a network namespace of its own, with one fault between
 * them. `--only NAME`; without it every row, `--at-once 6` of them at a time; `--keep FOLDER` keeps what each stream told. Needs root.
 */
import { faults } from './table.ts';
import { runFault } from './run-fault.ts';
import { findTogether, pairOf, runInNamespaces } from '../support/in-namespaces.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { runHost } from '../support/streaming-host.ts';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const host = textOption(argv, 'host');
  if (host !== undefined) return await runHost(host);
  const row = textOption(argv, 'row');
  if (row !== undefined) {
    yield await runFault(row, pairOf(argv), textOption(argv, 'keep'));
    return;
  }
  const only = textOption(argv, 'only');
  const keepFolder = textOption(argv, 'keep');
  const keep = keepFolder === undefined ? [] : ['--keep', keepFolder];
  const rows = Object.keys(faults).filter((name) => only === undefined || name === only);
  const works = rows.map((name) => () => runInNamespaces('faults', ['--row', name, ...keep]));
  yield* findTogether(works, numberOption(argv, 'at-once', 6));
}
