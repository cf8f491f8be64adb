import { expect, it } from 'vitest';
import { mapPaths, pathsIn } from '../../../shared/studio/files/document-paths.ts';

const data = {
  sources: [
    { input: { type: 'image', path: '/a.png' } },
    { input: { type: 'slideshow', paths: ['/b.png', '/a.png', 7] } },
    { input: { type: 'text', content: { type: 'file', path: '/c.txt' } } },
  ],
  filters: { later: [{ path: '/d.cube' }] },
  none: undefined,
};

it('finds every file that a document names, wherever, each once', () => {
  expect(pathsIn(data)).toEqual(['/a.png', '/b.png', '/c.txt', '/d.cube']);
});

it('changes them and nothing else', () => {
  const changed = mapPaths(data, (path) => `x${path}`);
  expect(pathsIn(changed)).toEqual(['x/a.png', 'x/b.png', 'x/c.txt', 'x/d.cube']);
  expect(mapPaths(changed, (path) => path.slice(1))).toEqual(data);
});

it('takes data without an end as they are', () => {
  const deep: { path: string; next?: unknown } = { path: '/a' };
  deep.next = deep;
  expect(pathsIn(deep)).toEqual(['/a']);
});
