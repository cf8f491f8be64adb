/** The files that a source's input names, in plain JSON: its `path` and `paths`, and those of the objects in it. Pure. */

/** Further down, an input names no files. */
const MAX_DEPTH = 3;

/** The same data with each path changed. */
export function mapPaths(input: unknown, change: (path: string) => string, depth = 0): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input) || depth > MAX_DEPTH) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      if (key === 'path' && typeof value === 'string') return [key, change(value)];
      if (key === 'paths' && Array.isArray(value))
        return [key, value.map((each: unknown) => (typeof each === 'string' ? change(each) : each))];
      return [key, mapPaths(value, change, depth + 1)];
    }),
  );
}
