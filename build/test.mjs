// `npm test`: every suite one after the other, closing with one line that sums them up. With a suite's name
// (check, unit, integration, fuzz, e2e) it runs that one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isDisplayMissing, startDisplay } from './setup/display.mjs';
import { repositoryFolder } from './setup/paths.mjs';
import { SetupError, report, runCommand } from './setup/report.mjs';
import { environmentOf, setUp } from './setup/setup.mjs';

const FUZZ_SECONDS = process.env['UPCAST_FUZZ_SECONDS'] ?? '60';
/** A suite that hangs must not take the whole run along. */
const SUITE_TIMEOUT_MS = 45 * 60_000;
/** Lines of a failed test's error that the closing lines repeat. */
const FAILURE_LINES = 12;

/**
 * @typedef {object} Sum
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] the tests that failed, or failed at first, by file and name with what their errors say
 */

/** @type {Record<string, (env: NodeJS.ProcessEnv, args: string[]) => Promise<Sum>>} */
const suites = {
  check: async (env) => oneResult(await runNode([join(repositoryFolder, 'build', 'check.mjs')], env)),
  unit: (env, args) => runVitest('unit', env, args),
  integration: (env, args) => runVitest('integration', env, args),
  fuzz: runFuzz,
  e2e: async (env, args) => {
    // The packaged app is driven too, where it can be packaged offline.
    if (process.platform === 'linux') await packageForTests();
    return runVitest('e2e', env, args);
  },
};

await runCommand(async () => {
  const [only, ...args] = process.argv.slice(2);
  if (only !== undefined && !(only in suites)) {
    throw new SetupError(
      `There is no suite called ${only}: choose one of ${Object.keys(suites).join(', ')}.`,
    );
  }
  const runtime = await setUp({ forTests: true });
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  const display = isDisplayMissing() ? await startDisplay() : { env: {}, stop: () => {} };
  const env = { ...process.env, ...environmentOf(runtime), ...display.env };
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const lines = [];
  try {
    for (const name of only === undefined ? Object.keys(suites) : [only]) {
      report(`Suite: ${name}`);
      const startedAtMs = performance.now();
      const sum = (await suites[name]?.(env, args).catch(failedSuite)) ?? failedSuite('no such suite');
      total.passed += sum.passed;
      total.failed += sum.failed;
      total.skipped += sum.skipped;
      const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0);
      lines.push(...(sum.failures ?? []), `${name}: ${inWords(sum)} (${seconds} s)`);
    }
  } finally {
    display.stop();
  }
  process.stdout.write(`\n${lines.join('\n')}\n${inWords(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * A suite that could not run is a failure, and the others still run.
 * @param {unknown} error
 * @returns {Sum}
 */
function failedSuite(error) {
  report(
    error instanceof SetupError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error),
  );
  return { passed: 0, failed: 1, skipped: 0 };
}

/** @param {Sum} sum */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function runNode(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: repositoryFolder,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => {
      report(`The suite was ended: it took more than ${SUITE_TIMEOUT_MS / 60_000} minutes.`);
      child.kill();
    }, SUITE_TIMEOUT_MS);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** @param {number} code */
function oneResult(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<Sum>}
 */
async function runVitest(project, env, args) {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-results-'));
  const results = join(folder, 'results.json');
  const vitest = join(repositoryFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    // Real servers and windows share a machine with whatever else runs there. In a whole run such a test has a second
    // try, and the closing lines name each that needed the second. A file that is asked for has one.
    const tries = project !== 'unit' && args.length === 0 ? ['--retry=1'] : [];
    const code = await runNode(
      [vitest, 'run', '--project', project, '--passWithNoTests', ...tries, ...reporters, ...args],
      env,
    );
    if (!existsSync(results)) return oneResult(code);
    const json = JSON.parse(readFileSync(results, 'utf8'));
    const sum = {
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
      failures: failuresOf(json),
    };
    // A file that does not load, or an error outside any test, fails the run without failing a test.
    if (code !== 0 && sum.failed === 0) sum.failed = 1;
    return sum;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} TestFile
 * @property {string} name
 * @property {string} message
 * @property {string} status
 * @property {{ status: string, fullName: string, failureMessages: string[] }[]} assertionResults
 */

/**
 * The tests of a run that failed, or passed at the second try, so that its last lines tell what to look at: each of the latter is a
 * fault of the test or of Upcast that shows seldom.
 * @param {{ testResults: TestFile[] }} json
 * @returns {string[]}
 */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(repositoryFolder, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that does not load has no tests.
    if (failed.length === 0 && status === 'failed') return [`FAILED ${file}: ${firstLines(message)}`];
    const late = assertionResults.filter(
      (test) => test.status === 'passed' && test.failureMessages.length > 0,
    );
    return [...failed, ...late].map((test) => {
      const outcome = test.status === 'failed' ? 'FAILED' : 'PASSED AT THE SECOND TRY';
      return `${outcome} ${file}: ${test.fullName}: ${firstLines(test.failureMessages[0])}`;
    });
  });
}

/** @param {string | undefined} text */
function firstLines(text = '') {
  return text.split('\n').slice(0, FAILURE_LINES).join('\n    ');
}

async function packageForTests() {
  const { packageApp } = await import('./package/package-app.mjs');
  await packageApp(await setUp(), { withInstallers: false, isUnsafeTestBuild: true });
}

/** @param {NodeJS.ProcessEnv} env */
async function runFuzz(env) {
  const { bundleTool } = await import('./bundle.mjs');
  const script = await bundleTool('fuzz');
  return oneResult(await runNode(['--enable-source-maps', script, '--seconds', FUZZ_SECONDS], env));
}
