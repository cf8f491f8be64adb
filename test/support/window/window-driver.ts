/** What a person does in the window, for tests: adds a destination, goes live, waits for what the window shows. */
import type { FrameLocator, Page } from 'playwright-core';
import type { Command, CommandAnswer } from '../../../shared/studio/commands.ts';

/** Longest wait for a state of the window. */
const STATE_MS = 30_000;

export interface TypedDestination {
  /** Default: Test server. */
  readonly name?: string;
  readonly url: string;
  readonly key: string;
  /** One more certificate authority, as PEM. */
  readonly caPem: string;
}

/** The form over the window: keys are typed in a frame with a process of its own. */
export function secretFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[src*="/secret-frame.html#"]');
}

export async function addDestination(
  page: Page,
  { name = 'Test server', url, key, caPem }: TypedDestination,
): Promise<void> {
  await page.getByRole('button', { name: 'Add destination' }).click();
  const dialog = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'Server' }).fill(url);
  await dialog.getByLabel('Stream key', { exact: true }).fill(key);
  await dialog.getByText('Security and network').click();
  await dialog.getByLabel('Certificate authority').fill(caPem);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
}

/** Waits until the header shows a state. */
export function waitForBadge(page: Page, value: string): Promise<unknown> {
  return page.locator(`[data-testid="status"][data-badge="${value}"]`).waitFor({ timeout: STATE_MS });
}

/** Waits until the header's time on air is at least so long. */
export async function waitOnAir(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const text = document.querySelector('[data-testid="status"]')?.textContent ?? '';
      const match = /(\d+):(\d+):(\d+)/.exec(text);
      return match !== null && Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) >= wanted;
    },
    seconds,
    { timeout: STATE_MS + seconds * 1000 },
  );
}

/** Goes on for so many seconds on air from now. */
export async function stayOnAir(page: Page, seconds: number): Promise<void> {
  const text = (await page.getByTestId('status').textContent()) ?? '';
  const [, hours, minutes, rest] = /(\d+):(\d+):(\d+)/.exec(text) ?? [];
  await waitOnAir(page, Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + seconds);
}

/** What the arrow keys read on the graph's newest point. */
export async function readGraph(page: Page): Promise<string> {
  const graph = page.getByTestId('graph');
  await graph.focus();
  await graph.press('ArrowLeft');
  return (await graph.getByRole('status').textContent()) ?? '';
}

/** Sends a command as the window does. The answer says whether the command ran. */
export async function runCommand(page: Page, command: Command): Promise<CommandAnswer> {
  const request = { requestId: crypto.randomUUID(), command };
  const result = await page.evaluate(
    async (input) => await window.upcast.invoke('studio:run', input),
    request,
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A window that is on air asks before it closes. */
export async function endBroadcast(page: Page): Promise<void> {
  await runCommand(page, { type: 'endStreamNow' });
  await waitForBadge(page, 'off');
}
