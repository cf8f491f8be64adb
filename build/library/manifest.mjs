// The package's own package.json, out of the repository's: version, license and Node are said in one place.
import { frontDoors, packageName } from './front-doors.mjs';

/**
 * @param {{ version: string, license: string, author: string, engines: { node: string } }} repository its package.json
 */
export function manifestOf({ version, license, author, engines }) {
  const exports = frontDoors.map(({ name, path }) => [
    path,
    { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  ]);
  return {
    name: packageName,
    version,
    description: 'RTMP, RTMPS and RTMFP for Node: publish, receive, read and write FLV. No dependencies.',
    keywords: ['rtmp', 'rtmps', 'rtmfp', 'flv', 'live', 'streaming', 'publish', 'enhanced-rtmp'],
    license,
    author,
    type: 'module',
    engines,
    sideEffects: false,
    exports: { ...Object.fromEntries(exports), './package.json': './package.json' },
    files: ['dist', 'API.md'],
  };
}
