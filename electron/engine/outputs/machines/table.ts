/** What the machines share: a table with a cell for every (phase, event), and its diagram. */
import { assert } from '../../../../shared/assert.ts';

/** What tells a machine the time and the dice. */
export interface MachineContext {
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** In [0, 1). */
  readonly random: number;
}

export type Cell<Handler> =
  /** `to`: every phase the handler may lead to. */
  | { readonly to: readonly string[]; readonly handle: Handler }
  /** Nothing happens, for this reason. */
  | { readonly ignored: string }
  /** Cannot happen: seeing it is a bug of ours. */
  | { readonly illegal: true };

export type Table<Phase extends string, EventType extends string, Handler> = Readonly<
  Record<Phase, Readonly<Record<EventType, Cell<Handler>>>>
>;

/** Mermaid's state diagram of a table, one arrow for each pair of phases with the events that take it. */
export function renderTable<Handler>(
  table: Readonly<Record<string, Readonly<Record<string, Cell<Handler>>>>>,
  initial: string,
): string {
  const arrows = new Map<string, string[]>();
  for (const [phase, row] of Object.entries(table)) {
    for (const [event, cell] of Object.entries(row)) {
      if (!('handle' in cell)) continue;
      for (const to of cell.to) {
        if (to === phase) continue;
        const arrow = `  ${phase} --> ${to}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
      }
    }
  }
  const lines = [...arrows].map(([arrow, events]) => `${arrow}: ${events.join(', ')}`);
  return ['stateDiagram-v2', `  [*] --> ${initial}`, ...lines].join('\n');
}

/** Checks that a handler went where its cell says. */
export function assertTarget(cell: { readonly to: readonly string[] }, phase: string, event: string): void {
  assert(cell.to.includes(phase), `${event} led to ${phase}, the table knows ${cell.to.join(', ')}`);
}
