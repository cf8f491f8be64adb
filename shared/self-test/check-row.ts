/** One check of the self-test as a row. Without the schema: the self-test's worker uses it. */
import type { SelfTestRow } from './self-test.ts';

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
