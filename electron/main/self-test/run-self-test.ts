/** Tests what Upcast stands on, on this computer, and says what was found: a table, a JSON, an exit code. */
import { writeFileSync } from 'node:fs';
import { arch, release } from 'node:os';
import { app, safeStorage } from 'electron';
import type { BrowserWindow } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { hasPassed } from '../../../shared/self-test/self-test.ts';
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestResult, SelfTestRow } from '../../../shared/self-test/self-test.ts';
import { texts } from '../../../shared/text/text.ts';
import type { AppServices } from '../app/make-services.ts';
import type { AppCore } from '../app/open-core.ts';
import { systemKeychain } from '../destinations/keychain.ts';
import { STANDARD_INPUT } from '../live/live-arguments.ts';
import { readPackagedHash } from '../process/build-facts.ts';
import { loadApp } from '../window/window.ts';
import { computerRows } from './check-computer.ts';
import { ffmpegRows } from './check-ffmpeg.ts';
import { streamRows } from './check-stream.ts';
import type { SelfTestOptions } from './options.ts';
import type { PageReport } from './page-report.ts';
import { selfTestTable } from './self-test-table.ts';

const FAILED = 1;
/** All that the page checks; each of its checks has a deadline of its own. */
const PAGE_MS = 120_000;

export interface SelfTestRun {
  readonly options: SelfTestOptions;
  readonly core: AppCore;
  readonly services: AppServices;
  readonly page: PageReport;
  readonly window: BrowserWindow;
}

/** @returns the exit code: 0 when nothing failed, 1 otherwise, also when the result can't be written. */
export async function runSelfTest({ options, core, services, page, window }: SelfTestRun): Promise<number> {
  const { environment, userData, engine, register } = core;
  const { platform } = process;
  let pageRows: readonly SelfTestRow[] = [];
  const loaded = await checkRow(
    'page',
    async () => {
      await loadApp(window);
      pageRows = await page.rows;
      return { status: 'passed', value: 'loads and answers' };
    },
    PAGE_MS,
  );
  const rows: readonly SelfTestRow[] = [
    ...(await computerRows({
      ...{ keychain: systemKeychain(platform, safeStorage), screens: services.screens, platform, userData },
      ...{ isWayland: environment.isWayland, childVariables: Object.keys(environment.childEnvironment) },
    })),
    loaded,
    ...pageRows,
    ...(await ffmpegRows({
      found: await services.ffmpeg.find(),
      environment: environment.childEnvironment,
      packagedSha256: readPackagedHash(),
    })),
    ...(await streamRows({ ...services, engine })),
  ];
  const result: SelfTestResult = {
    type: 'selfTest',
    version: app.getVersion(),
    electron: process.versions.electron,
    system: `${platform} ${arch()} ${release()}`,
    isPassed: hasPassed(rows),
    rows: rows.map((row) => ({ ...row, value: register.clean(row.value) })),
  };
  const isTold = tell(result, options);
  return result.isPassed && isTold ? 0 : FAILED;
}

/** False when the file can't be written. */
function tell(result: SelfTestResult, { jsonFile }: SelfTestOptions): boolean {
  const json = `${JSON.stringify(result, undefined, 2)}\n`;
  const isJsonPrinted = jsonFile === STANDARD_INPUT;
  const table = `${selfTestTable(result)}\n`;
  if (isJsonPrinted) {
    process.stderr.write(table);
    process.stdout.write(json);
    return true;
  }
  process.stdout.write(table);
  if (jsonFile === undefined) return true;
  try {
    writeFileSync(jsonFile, json);
    return true;
  } catch (error) {
    process.stderr.write(`${texts.selfTest.notWritten(jsonFile, toAppError(error).message)}\n`);
    return false;
  }
}
