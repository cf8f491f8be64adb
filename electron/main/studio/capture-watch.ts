/** What the window last reported of capture, for the decision whether a stream can start. */
import { Emitter } from '../../../shared/emitter.ts';
import type { CaptureReport } from '../../../shared/studio/readiness.ts';

/** A source that takes longer to open counts as one that is still starting. */
const START_DEADLINE_MS = 5000;

export class CaptureWatch {
  readonly onReport = new Emitter<CaptureReport | undefined>();
  #report: CaptureReport | undefined;

  /** `undefined` while the window loads or is gone. */
  set(report: CaptureReport | undefined): void {
    this.#report = report;
    this.onReport.emit(report);
  }

  /** The report once video no longer starts, or the newest after a deadline. */
  async settled(): Promise<CaptureReport | undefined> {
    if (this.#report?.video !== 'starting') return this.#report;
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        watching.dispose();
        resolve();
      };
      const timer = setTimeout(finish, START_DEADLINE_MS);
      const watching = this.onReport.on((report) => {
        if (report?.video !== 'starting') finish();
      });
    });
    return this.#report;
  }
}
