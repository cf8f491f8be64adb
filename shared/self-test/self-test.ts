/** What the self-test finds: a row for each thing that Upcast stands on. The JSON of `--self-test` is these objects. */
import * as z from 'zod';

/** A warning costs something (speed, a format) and keeps nobody from streaming; what this computer doesn't have is skipped. */
const statuses = ['passed', 'warning', 'failed', 'skipped'] as const;

const MAX_ROWS = 60;

export const selfTestRowSchema = z.strictObject({
  /** A name for people and for scripts, such as `pixel format NV12`. */
  name: z.string().regex(/^[\w ,.-]{1,60}$/),
  status: z.enum(statuses),
  /** What was seen, in a few words. */
  value: z.string().max(300),
});
export type SelfTestRow = z.infer<typeof selfTestRowSchema>;

export const selfTestRowsSchema = z.array(selfTestRowSchema).max(MAX_ROWS);

/** What the page may open without asking a person. */
export interface SelfTestPlan {
  readonly mayOpenCamera: boolean;
  readonly mayCaptureScreen: boolean;
}

export interface SelfTestResult {
  readonly type: 'selfTest';
  readonly version: string;
  readonly electron: string;
  readonly system: string;
  readonly isPassed: boolean;
  readonly rows: readonly SelfTestRow[];
}

export function hasPassed(rows: readonly SelfTestRow[]): boolean {
  return rows.every(({ status }) => status !== 'failed');
}
