// Makes the library's package as a folder: the bundle, its types, its manifest, its reference. Runs once everything is installed.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { distFolder, modulesFolder, repositoryFolder } from '../setup/paths.mjs';
import { SetupError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { flattenDeclarations } from './declarations.mjs';
import { frontDoors, packageName, substitutes } from './front-doors.mjs';
import { manifestOf } from './manifest.mjs';
import { writeReference } from './reference.mjs';

/** One language, and never the index over all of it: that would bring the texts of the whole app. */
const TEXT_FILES = /^shared\/text\/(?:en\/.+|address-problem|format|end-sentence|error-advice)\.ts$/;

/**
 * @param {string} folder is made anew
 * @returns {Promise<void>}
 */
export async function makeLibraryPackage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const { files, faults } = await declarationsOfLibrary();
  const uncommon = (await bundle(join(folder, 'dist'))).map(
    (input) => `${input} doesn't belong in the package.`,
  );
  const wrong = [...faults, ...uncommon];
  if (wrong.length > 0) throw new SetupError(`The library can't be packed:\n${wrong.join('\n')}`);
  for (const { name, text } of files) writeFileSync(join(folder, 'dist', `${name}.d.ts`), text);
  const manifest = manifestOf(JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(folder, 'API.md'), referenceOf(files));
  copyFileSync(join(repositoryFolder, 'electron/rtmp/package/README.md'), join(folder, 'README.md'));
  copyFileSync(join(repositoryFolder, 'LICENSE'), join(folder, 'LICENSE'));
}

/**
 * The types of each front door, and what is wrong with them.
 * @returns {Promise<ReturnType<typeof flattenDeclarations>>}
 */
export async function declarationsOfLibrary() {
  const folder = join(distFolder, 'library-types');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify(compilerProject(folder)));
  const { code, output } = await run(process.execPath, [
    join(modulesFolder, 'typescript/bin/tsc'),
    '-p',
    project,
  ]);
  if (code !== 0) throw new SetupError(`The library's types can't be made:\n${output.trim()}`);
  /** @param {string} source */
  const declared = (source) => join(folder, source.replace(/\.ts$/, '.d.ts'));
  const stands = new Map([...substitutes].map(([app, own]) => [declared(app), declared(own)]));
  return flattenDeclarations(
    frontDoors.map(({ name, source }) => ({ name, module: declared(source) })),
    (path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
    (path) => stands.get(path) ?? path,
  );
}

/** @param {string} outDir */
function compilerProject(outDir) {
  return {
    extends: join(repositoryFolder, 'tsconfig.json'),
    compilerOptions: {
      ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, allowJs: false, checkJs: false },
      ...{ rootDir: repositoryFolder, outDir, types: ['node'], typeRoots: [join(modulesFolder, '@types')] },
    },
    files: [...frontDoors.map(({ source }) => source), ...substitutes.values()].map((source) =>
      join(repositoryFolder, source),
    ),
    include: [],
    exclude: [],
  };
}

/**
 * @param {string} outdir
 * @returns {Promise<string[]>} inputs that must not be in the bundle
 */
async function bundle(outdir) {
  const { metafile } = await build({
    absWorkingDir: repositoryFolder,
    entryPoints: Object.fromEntries(frontDoors.map(({ name, source }) => [name, source])),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'shared-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // Names and lines for stack traces; the texts of the source would be half of the package.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
    plugins: [substitution()],
  });
  return Object.keys(metafile.inputs).filter(
    (input) =>
      input.includes('node_modules') ||
      (input.startsWith('shared/text/') && !TEXT_FILES.test(input)) ||
      /^(?:renderer|test|electron\/(?!rtmp\/|media-file\/))/.test(input),
  );
}

/** @returns {import('esbuild').Plugin} */
function substitution() {
  return {
    name: 'substitution',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const own = substitutes.get(relative(repositoryFolder, join(resolveDir, path)).replaceAll('\\', '/'));
        return own === undefined ? undefined : { path: join(repositoryFolder, own) };
      });
    },
  };
}

/** @param {readonly import('./declarations.mjs').Flattened[]} files */
function referenceOf(files) {
  const specifierOf = (/** @type {string} */ path) => join(packageName, path).replaceAll('\\', '/');
  const parts = files.map(({ name, declarations, stars }) => ({
    specifier: specifierOf(frontDoors.find((door) => door.name === name)?.path ?? name),
    declarations,
    alsoHas: stars.map((star) => specifierOf(frontDoors.find((door) => door.name === star)?.path ?? star))[0],
  }));
  return writeReference(
    `API of ${packageName}`,
    parts.toSorted((a, b) => a.specifier.length - b.specifier.length),
  );
}
