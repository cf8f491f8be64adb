/** The page's part of the self-test, as main asks for it and gets it. */
import { systemPreferences } from 'electron';
import type { SelfTestPlan, SelfTestRow } from '../../../shared/self-test/self-test.ts';

export interface PageReportOptions {
  readonly isSelfTest: boolean;
  readonly platform: NodeJS.Platform;
  readonly isWayland: boolean;
}

export class PageReport {
  readonly #options: PageReportOptions;
  /** Resolves with what the page reports first. */
  readonly rows: Promise<readonly SelfTestRow[]>;
  #resolve: (rows: readonly SelfTestRow[]) => void = () => undefined;

  constructor(options: PageReportOptions) {
    this.#options = options;
    this.rows = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** What the page may open without a question to a person. */
  plan(): SelfTestPlan | undefined {
    const { isSelfTest, platform, isWayland } = this.#options;
    if (!isSelfTest) return undefined;
    const isGranted = (kind: 'camera' | 'screen'): boolean =>
      platform !== 'darwin' || systemPreferences.getMediaAccessStatus(kind) === 'granted';
    return { mayOpenCamera: isGranted('camera'), mayCaptureScreen: isGranted('screen') && !isWayland };
  }

  report(rows: readonly SelfTestRow[]): void {
    this.#resolve(rows);
  }
}
