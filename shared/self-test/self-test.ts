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

/** What a check finds out; anything that it throws is a failure. */
export type Check = () => Promise<Omit<SelfTestRow, 'name'>> | Omit<SelfTestRow, 'name'>;

/** For a check without a deadline of its own. */
const DEADLINE_MS = 20_000;
const MAX_VALUE_LENGTH = 300;

/** Never rejects. A check that takes longer has failed. */
export async function checkRow(name: string, check: Check, deadlineMs = DEADLINE_MS): Promise<SelfTestRow> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Omit<SelfTestRow, 'name'>>((resolve) => {
    const value = `no answer in ${deadlineMs / 1000} s`;
    timer = setTimeout(() => resolve({ status: 'failed', value }), deadlineMs);
  });
  try {
    const { status, value } = await Promise.race([Promise.resolve().then(check), late]);
    return { name, status, value: value.slice(0, MAX_VALUE_LENGTH) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { name, status: 'failed', value: words.slice(0, MAX_VALUE_LENGTH) };
  } finally {
    clearTimeout(timer);
  }
}
