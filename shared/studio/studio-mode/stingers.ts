/** The sources that play as stingers: they are in use, though no item may show them. Pure. */
import type { Transition } from '../transition.ts';

interface WithTransitions {
  readonly scenes: readonly { readonly transition?: Transition | undefined }[];
  readonly canvases: readonly {
    readonly transition: Transition;
    readonly arrival?: { readonly transition?: Transition | undefined } | undefined;
    readonly quickTransitions?: readonly Transition[] | undefined;
  }[];
}

/** One that stands in for a stinger whose source is gone. */
const fallback = { kind: 'fade', durationMs: 300 } as const;

export function stingerSources({ scenes, canvases }: WithTransitions): ReadonlySet<string> {
  const all = [
    ...scenes.map(({ transition }) => transition),
    ...canvases.flatMap(({ transition, arrival, quickTransitions = [] }) => [
      ...[transition, arrival?.transition],
      ...quickTransitions,
    ]),
  ];
  return new Set(all.flatMap((each) => (each?.kind === 'stinger' ? [each.sourceId] : [])));
}

/** The transition itself unless its source is gone. */
export function withoutStinger<T extends Transition | undefined>(
  transition: T,
  gone: ReadonlySet<string>,
): T | typeof fallback {
  return transition?.kind === 'stinger' && gone.has(transition.sourceId) ? fallback : transition;
}
