/** Which scenes stand in which. No scene contains itself, however deep: its picture would have no end. */

interface Nesting {
  readonly sources: readonly {
    readonly id: string;
    readonly input: { readonly type: string; readonly sceneId?: string };
  }[];
  readonly scenes: readonly {
    readonly id: string;
    readonly items: readonly { readonly sourceId: string }[];
  }[];
}

export function hasSceneInItself(document: Nesting): boolean {
  const nested = nestedScenes(document);
  return document.scenes.some(({ id }) => reaches(nested, nested.get(id) ?? [], id));
}

/** Whether `wanted` is the scene itself or stands in it. */
export function containsScene(document: Nesting, sceneId: string, wanted: string): boolean {
  return reaches(nestedScenes(document), [sceneId], wanted);
}

type NestedScenes = ReadonlyMap<string, ReadonlySet<string>>;

function nestedScenes({ sources, scenes }: Nesting): NestedScenes {
  const shown = new Map(sources.map(({ id, input }) => [id, input.sceneId]));
  return new Map(
    scenes.map(({ id, items }) => {
      const inside = items.map(({ sourceId }) => shown.get(sourceId)).filter((each) => each !== undefined);
      return [id, new Set(inside)];
    }),
  );
}

function reaches(nested: NestedScenes, from: Iterable<string>, wanted: string): boolean {
  const seen = new Set<string>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(nested.get(next) ?? []));
  }
  return false;
}
