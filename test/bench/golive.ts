/** From the press of Rehearse to the first keyframe at the receiver over RTMPS: each run in a fresh app; median, ms. */
import { setTimeout as delay } from 'node:timers/promises';
import { fakeDevices, launchApp } from '../support/window/electron-app.ts';
import type { RehearsalReport } from '../../shared/broadcast/rehearsal-report.ts';
import type { InvokeResult, UpcastBridge } from '../../shared/ipc/contract.ts';

const AIR_MS = 2000;
const REPORT_DEADLINE_MS = 15_000;

async function measureOnce(): Promise<number> {
  const { page, close } = await launchApp({ args: fakeDevices });
  try {
    const button = page.getByRole('button', { name: 'Rehearse', exact: true });
    await page.waitForFunction(() => {
      const found = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Rehearse');
      return found !== undefined && !found.disabled;
    });
    const pressedAtMs = Date.now();
    await button.click();
    await delay(AIR_MS);
    await page.getByRole('button', { name: 'End rehearsal' }).click();
    const deadlineMs = Date.now() + REPORT_DEADLINE_MS;
    while (Date.now() < deadlineMs) {
      const result = await page.evaluate(async () => {
        const { upcast } = globalThis as unknown as { upcast: UpcastBridge };
        return upcast.invoke('rehearsal:lastReport', undefined);
      });
      const { value } = result as Extract<InvokeResult<RehearsalReport | undefined>, { ok: true }>;
      if (value?.firstKeyframeAtMs !== undefined && value.firstKeyframeAtMs > pressedAtMs) {
        return value.firstKeyframeAtMs - pressedAtMs;
      }
      await delay(100);
    }
    throw new Error('no report of the rehearsal came');
  } finally {
    await close();
  }
}

/** `--runs 5`. */
export async function run(argv: readonly string[]): Promise<object> {
  const at = argv.indexOf('--runs');
  const runs = at < 0 ? 5 : Number(argv[at + 1]);
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) values.push(await measureOnce());
  const sorted = [...values].sort((a, b) => a - b);
  return { runs, medianMs: sorted[Math.floor(runs / 2)], valuesMs: values.map(Math.round) };
}
