/** The graph of the session that is on air, or was last. */
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useServices, useSession, useSettings } from '../../state/services.ts';
import { GraphView } from './GraphView.tsx';

/** `leading` stands before the legend. */
export function GraphPanel({ leading }: { readonly leading: ReactNode }) {
  const { session } = useServices();
  const views = useSession((state) => state.snapshot.destinations);
  const sampled = useSession((state) => state.lastSample?.destinations);
  const hasSamples = useStore(session.store, (state) => state.lastSample !== undefined);
  const saved = useSettings((settings) => settings.destinations);
  const getEvents = useCallback(() => session.store.getState().events, [session]);
  const ids = new Set([...session.history.destinationIds, ...(sampled ?? []).map(({ id }) => id)]);
  /** Of an output that is neither on air nor saved any more, the name in its last event. */
  const nameOf = (id: string): string =>
    [...views, ...saved].find((each) => each.id === id)?.name ??
    getEvents().findLast(({ destinationId }) => destinationId === id)?.destinationName ??
    id;
  return (
    <GraphView
      history={session.history}
      getEvents={getEvents}
      changed={session.changed}
      destinations={[...ids].map((id) => ({ id, name: nameOf(id) }))}
      hasSamples={hasSamples}
      initialWindow="5"
      leading={leading}
      exportName="upcast"
    />
  );
}
