/** The files that a studio document, or a part of one, names in whatever it holds: its `path` and `paths`. Pure. */

/** A document isn't nested deeper. */
const MAX_DEPTH = 20;

/** The same data with each path changed. Data that is no document goes through as it is. */
export function mapPaths(data: unknown, change: (path: string) => string, depth = 0): unknown {
  if (typeof data !== 'object' || data === null || depth > MAX_DEPTH) return data;
  if (Array.isArray(data)) return data.map((each: unknown) => mapPaths(each, change, depth + 1));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => {
      if (key === 'path' && typeof value === 'string') return [key, change(value)];
      if (key === 'paths' && Array.isArray(value))
        return [key, value.map((each: unknown) => (typeof each === 'string' ? change(each) : each))];
      return [key, mapPaths(value, change, depth + 1)];
    }),
  );
}

/** Each once. */
export function pathsIn(data: unknown): readonly string[] {
  const found = new Set<string>();
  mapPaths(data, (path) => {
    found.add(path);
    return path;
  });
  return [...found];
}
