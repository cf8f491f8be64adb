// What the package is made of: its front doors, and the files that stand in the place of the app's.

export const packageName = '@upcast/rtmp';

/** `name` is the file's, `path` the importer's word for it; an entry comes after those that it exports as they are. */
export const frontDoors = [
  { name: 'session', path: './session', source: 'electron/rtmp/index.ts' },
  { name: 'index', path: '.', source: 'electron/rtmp/package/node.ts' },
  { name: 'english', path: './english', source: 'electron/rtmp/package/english.ts' },
];

/** The app's codes are more than the library needs: of the app, then of the package. */
export const substitutes = new Map([
  ['shared/errors/error-codes.ts', 'electron/rtmp/package/error-codes.ts'],
]);
