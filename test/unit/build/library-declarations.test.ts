/** The types of the library's package: one file for each front door, whole, documented, and without what isn't exported. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flattenDeclarations } from '../../../build/library/declarations.mjs';
import { declarationsOfLibrary } from '../../../build/library/make-package.mjs';
import { writeReference } from '../../../build/library/reference.mjs';
import { errorCodes as ownCodes } from '../../../electron/rtmp/package/error-codes.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { repositoryFolder } from '../../support/repository.ts';

const entries = [
  { name: 'core', module: '/core.d.ts' },
  { name: 'index', module: '/index.d.ts' },
];

function flatten(files: Readonly<Record<string, string>>): ReturnType<typeof flattenDeclarations> {
  return flattenDeclarations(entries, (path) => files[path] ?? '');
}

describe('flattenDeclarations', () => {
  it('brings what front doors export into one file each, and imports the rest from the other', () => {
    const { files, faults } = flatten({
      '/core.d.ts': "export { Point } from './shapes/point.ts';",
      '/shapes/point.d.ts':
        'interface Hidden {}\n/** A place. */\nexport interface Point {\n    /** In pixels. */\n    readonly x: number;\n}\n',
      '/index.d.ts': "export * from './core.ts';\nexport { move } from './move.ts';",
      '/move.d.ts':
        "import type { Point } from './shapes/point.ts';\n/**\n * Moves.\n * @throws Error never.\n */\nexport declare function move(point: Point): Point;\n",
    });
    expect(faults).toEqual([]);
    expect(files.map(({ text }) => text)).toEqual([
      '/** A place. */\nexport interface Point {\n    /** In pixels. */\n    readonly x: number;\n}\n',
      "import type { Point } from './core.js';\nexport * from './core.js';\n\n/**\n * Moves.\n * @throws Error never.\n */\nexport declare function move(point: Point): Point;\n",
    ]);
  });

  it('finds exports without a docstring, and types that are named and not exported', () => {
    const { faults } = flatten({
      '/core.d.ts':
        "import type { Other } from './other.ts';\nexport interface Bare { readonly other: Other }",
      '/other.d.ts': '/** There. */\nexport interface Other {}',
    });
    expect(faults).toEqual(['Bare has no docstring.', "Bare names Other, which core doesn't export."]);
  });

  it('takes no name of a member or a parameter for a mention', () => {
    const { faults } = flatten({
      '/core.d.ts':
        'declare const other: number;\n/** Fine. */\nexport declare class Fine {\n    other: string;\n    take(other: string): void;\n}',
    });
    expect(faults).toEqual([]);
  });
});

it('writes a reference with each export once', () => {
  const { files } = flatten({
    '/core.d.ts':
      '/** Twice. */\nexport declare function over(value: string): void;\nexport declare function over(value: number): void;\n/** @throws Error at once. */\nexport declare function fail(): never;',
  });
  const [core] = files;
  const page = writeReference('API', [
    { specifier: 'core', declarations: core?.declarations ?? [], alsoHas: undefined },
  ]);
  expect(page.match(/^#### \w+$/gm)).toEqual(['#### fail', '#### over']);
  expect(page).toContain('#### fail\n\nThrows Error at once.');
});

it(
  'finds a docstring at every export of the library, and every type that they name',
  { timeout: 60_000 },
  async () => {
    const { files, faults } = await declarationsOfLibrary();
    expect(faults).toEqual([]);
    expect(files.flatMap(({ declarations }) => declarations).length).toBeGreaterThan(60);
  },
);

it('lists in the package every error code that the library gives, and no other', async () => {
  const { metafile } = await build({
    ...{ entryPoints: ['electron/rtmp/package/node.ts'], absWorkingDir: repositoryFolder, write: false },
    ...{ bundle: true, platform: 'node', format: 'esm', outdir: 'x', metafile: true },
  });
  const code = Object.keys(metafile.inputs)
    .filter((path) => !/^shared\/text\/|error-codes\.ts$/.test(path))
    .map((path) => readFileSync(join(repositoryFolder, path), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, ''))
    .join('\n');
  expect(errorCodes.filter((each) => code.includes(`'${each}'`))).toEqual([...ownCodes]);
});
