/** What a remote control sees: the state in one object, without keys, addresses or passwords. Pure. */
import { deriveBadge } from '../../shared/broadcast/state.ts';
import type { Badge, EngineSnapshot } from '../../shared/broadcast/state.ts';
import type { StatsSample } from '../../shared/broadcast/statistics.ts';
import type { Destination } from '../../shared/destinations/destination.ts';

export interface RemoteState extends EngineSnapshot {
  readonly badge: Badge;
  /** Every saved destination; the ones on air are in `destinations`. */
  readonly saved: readonly Pick<Destination, 'id' | 'name' | 'isEnabled' | 'hasKey'>[];
  readonly lastSample: StatsSample | null;
}

export function buildState(
  snapshot: EngineSnapshot,
  destinations: readonly Destination[],
  lastSample: StatsSample | null,
): RemoteState {
  return {
    ...snapshot,
    badge: deriveBadge(snapshot),
    saved: destinations.map(({ id, name, isEnabled, hasKey }) => ({ id, name, isEnabled, hasKey })),
    lastSample,
  };
}

/** Where words of people and servers stand; the other strings are ours. */
const freeText: ReadonlySet<string> = new Set(['text', 'message', 'serverWords', 'host', 'path', 'name']);

/** JSON with every free text cleaned of secrets. */
export function writeJson(value: unknown, clean: (text: string) => string): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'string' && freeText.has(key) ? clean(inner) : inner,
  );
}
