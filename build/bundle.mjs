// Builds the app and the tools into dist/, and of those only what changed since the last time.
// What a bundle was made from is remembered beside it, by content; the memory is written last.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOfInput, kernelsForTools } from './kernels.mjs';
import { modulesOfMetafile, writePackages } from './release/bundled-packages.mjs';
import { withLock } from './setup/lock.mjs';
import { pinnedElectron } from './setup/electron.mjs';
import { distFolder, repositoryFolder, repositoryId } from './setup/paths.mjs';
import { SetupError, report, runCommand } from './setup/report.mjs';

const stampFolder = join(distFolder, '.stamps');

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} entry
 * @property {string} outfile
 * @property {'cjs' | 'esm'} format
 * @property {true} [isLanguage] a catalogue alone, which other bundles load
 * @property {true} [isProcess] a process begins with it
 * @property {boolean} isTool whether npm packages stay outside, because it runs within the repository
 */

/** @type {readonly Target[]} */
const appTargets = [
  {
    name: 'main',
    entry: 'electron/main/main.ts',
    outfile: 'main/main.cjs',
    format: 'cjs',
    isProcess: true,
    isTool: false,
  },
  {
    name: 'preset-worker',
    entry: 'electron/settings/preset-worker.ts',
    outfile: 'main/preset-worker.cjs',
    format: 'cjs',
    isTool: false,
  },
  {
    name: 'updater',
    entry: 'electron/main/updates/updater-library.ts',
    outfile: 'main/updater.cjs',
    format: 'cjs',
    isTool: false,
  },
  {
    name: 'preload',
    entry: 'electron/preload/preload.ts',
    outfile: 'preload/preload.cjs',
    format: 'cjs',
    isTool: false,
  },
  {
    name: 'engine',
    entry: 'electron/engine/engine.ts',
    outfile: 'engine/engine.cjs',
    format: 'cjs',
    isProcess: true,
    isTool: false,
  },
];

const languageFolder = 'shared/text/languages';

/**
 * A file for each language but English, which is in every bundle: `languages/de.cjs`.
 * @returns {readonly Target[]}
 */
function languageTargets() {
  const helpers = new Set(['languages.ts', 'chosen-language.ts', 'match-language.ts', 'pseudo.ts']);
  return readdirSync(join(repositoryFolder, languageFolder))
    .filter((file) => !helpers.has(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .map((name) => ({
      name: `language-${name}`,
      entry: `${languageFolder}/${name}.ts`,
      outfile: `languages/${name.toLowerCase()}.cjs`,
      format: 'cjs',
      isLanguage: true,
      isTool: false,
    }));
}

/** @type {readonly Target[]} */
const toolTargets = [
  { name: 'publish', entry: 'electron/rtmp/tools/publish-file.ts', outfile: 'tools/publish.mjs' },
  { name: 'measure', entry: 'test/measure/tools/measure.ts', outfile: 'tools/measure.mjs' },
  { name: 'bench', entry: 'test/bench/run.ts', outfile: 'tools/bench.mjs' },
  { name: 'fuzz', entry: 'test/fuzz/run.ts', outfile: 'tools/fuzz.mjs' },
  { name: 'prove', entry: 'test/long/run.ts', outfile: 'tools/prove.mjs' },
  { name: 'matrix', entry: 'test/matrix/run.ts', outfile: 'tools/matrix.mjs' },
].map((target) => ({ ...target, format: 'esm', isTool: true }));

/**
 * Builds the app (main, preload, engine, renderer, guide).
 * @returns {Promise<boolean>} whether anything changed
 */
export async function bundleApp() {
  return withLock(`bundle-${repositoryId}`, async () => {
    let hasChanged = await bundleRenderer();
    hasChanged = (await bundleGuide()) || hasChanged;
    for (const target of [...appTargets, ...languageTargets()])
      hasChanged = (await bundleTarget(target)) || hasChanged;
    return hasChanged;
  });
}

/**
 * Builds one command-line tool.
 * @param {string} name
 * @returns {Promise<string>} the path of the script to run
 */
export async function bundleTool(name) {
  const target = toolTargets.find((candidate) => candidate.name === name);
  if (target === undefined || !existsSync(join(repositoryFolder, target.entry))) {
    throw new SetupError(
      `There is no tool called ${name}: choose one of ${toolTargets.map((tool) => tool.name).join(', ')}.`,
    );
  }
  await withLock(`bundle-${repositoryId}`, () => bundleTarget(target));
  return join(distFolder, target.outfile);
}

/** @param {Target} target */
async function bundleTarget(target) {
  const outfile = join(distFolder, target.outfile);
  if (isUpToDate(target.name, outfile)) return false;
  report(`Building ${target.name}…`);
  const { build } = await import('esbuild');
  const plugins = [languagesOutside(), ...(target.isTool ? [kernelsForTools()] : [])];
  const result = await build({
    absWorkingDir: repositoryFolder,
    entryPoints: [target.entry],
    outfile,
    bundle: true,
    plugins,
    platform: 'node',
    format: target.format,
    target: target.name === 'preload' ? 'chrome130' : 'node20.18',
    external: ['electron'],
    ...(target.isTool ? { packages: 'external' } : {}),
    ...(target.format === 'cjs'
      ? {
          define: {
            'process.env.NODE_ENV': '"production"',
            UPCAST_ELECTRON_VERSION: JSON.stringify(pinnedElectron()),
          },
        }
      : {}),
    sourcemap: 'linked',
    // The window's start waits for main to be read, a stream's for the engine.
    minify: !target.isTool,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  }).catch((error) => {
    throw new SetupError(
      `${target.entry} does not build:\n${error instanceof Error ? error.message : String(error)}`,
    );
  });
  if (target.isProcess) {
    checkLatin1(target);
    writeStarter(outfile);
  }
  if (target.isLanguage) checkCatalogue(target, Object.keys(result.metafile.inputs));
  if (!target.isTool) writePackages(target.name, modulesOfMetafile(result.metafile));
  const inputs = Object.keys(result.metafile.inputs).filter(
    (path) => !path.includes('node_modules/') && !path.includes(':'),
  );
  writeStamp(
    target.name,
    inputs.map((path) => join(repositoryFolder, path)).flatMap(filesOfInput),
    folderOfGlob(target),
  );
  return true;
}

/**
 * The registry names how each catalogue is loaded; main reads its file instead (`electron/language`).
 * @returns {import('esbuild').Plugin}
 */
function languagesOutside() {
  return {
    name: 'languages-outside',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ path, kind, importer }) =>
        kind === 'dynamic-import' && importer.endsWith(join('text', 'languages', 'languages.ts'))
          ? { path: `../languages/${path.slice(2, -3).toLowerCase()}.cjs`, external: true }
          : undefined,
      );
    },
  };
}

/**
 * Electron reads the script of a process as a module and looks through all of it for exports, which takes 15 ms; it finds none here.
 * @param {string} outfile of the script that has the program
 */
function writeStarter(outfile) {
  writeFileSync(join(dirname(outfile), 'start.cjs'), `require('./${basename(outfile)}');\n`);
}

/**
 * A script with a single character beyond Latin-1 takes twice the memory: esbuild writes such characters as escapes, save in
 * regular expressions.
 * @param {Target} target
 */
function checkLatin1({ entry, outfile }) {
  const [found] = /.{0,40}[^\0-\u00ff]/u.exec(readFileSync(join(distFolder, outfile), 'utf8')) ?? [];
  if (found !== undefined)
    throw new SetupError(`${entry} has a character beyond Latin-1, write an escape: ${found}`);
}

/**
 * A second copy of what knows the chosen language would stay in English.
 * @param {Target} target
 * @param {readonly string[]} inputs
 */
function checkCatalogue({ entry }, inputs) {
  if (inputs.includes('shared/text/text.ts'))
    throw new SetupError(`${entry} imports shared/text/text.ts: a catalogue reads no other catalogue.`);
}

/**
 * A tool that imports by name depends on which files there are.
 * @param {Target} target
 */
function folderOfGlob(target) {
  return target.isTool ? [dirname(join(repositoryFolder, target.entry))] : [];
}

async function bundleRenderer() {
  const root = join(repositoryFolder, 'renderer');
  const outDir = join(distFolder, 'renderer');
  if (!existsSync(join(root, 'index.html')) || isUpToDate('renderer', join(outDir, 'index.html')))
    return false;
  report('Building renderer…');
  const { build } = await import('vite');
  await build({ configFile: join(repositoryFolder, 'build', 'vite.config.mjs'), logLevel: 'warn' });
  writeStamp('renderer', [], [root, join(repositoryFolder, 'shared')]);
  return true;
}

async function bundleGuide() {
  if (isUpToDate('guide', join(distFolder, 'guide', 'index.html'))) return false;
  report('Building guide…');
  const { guideInputs, makeGuide } = await import('./guide/make-guide.mjs');
  makeGuide();
  writeStamp('guide', guideInputs.files, guideInputs.folders);
  return true;
}

/**
 * @param {string} name
 * @param {string} outfile
 */
function isUpToDate(name, outfile) {
  if (!existsSync(outfile)) return false;
  try {
    const stamp = JSON.parse(readFileSync(join(stampFolder, `${name}.json`), 'utf8'));
    return stamp.hash === hashInputs(name, stamp.files, stamp.folders);
  } catch {
    rmSync(join(stampFolder, `${name}.json`), { force: true });
    return false;
  }
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {string[]} folders everything in them counts
 */
function writeStamp(name, files, folders) {
  mkdirSync(stampFolder, { recursive: true });
  const hash = hashInputs(name, files, folders);
  writeFileSync(join(stampFolder, `${name}.json`), JSON.stringify({ hash, files, folders }));
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {string[]} folders
 */
function hashInputs(name, files, folders) {
  const hash = createHash('sha256');
  const listed = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const recipes = [
    'build/bundle.mjs',
    'build/kernels.mjs',
    'build/release/bundled-packages.mjs',
    'build/vite.config.mjs',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
  ];
  const all = [...files, ...listed, ...recipes.map((path) => join(repositoryFolder, path))];
  for (const path of [...new Set(all)].sort()) {
    hash.update(`${name} ${relative(repositoryFolder, path)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    await bundleApp();
    return 0;
  });
}
