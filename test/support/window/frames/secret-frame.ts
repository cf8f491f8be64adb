/** Calls main from the secret frame, for what the window may not ask: it opens the frame without a form, calls, and closes it. */
import type { Frame, Page } from 'playwright-core';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import type {
  InvokeChannel,
  InvokeInput,
  InvokeOutput,
  InvokeResult,
  UpcastBridge,
} from '../../../../shared/ipc/contract.ts';
import { SECRET_FRAME_ORIGIN } from '../../../../shared/origins.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const TITLE = 'Secret frame of a test';

/** Resolves with main's answer, refusals included. */
export async function invokeInSecretFrame<C extends InvokeChannel>(
  page: Page,
  channel: C,
  input: InvokeInput<C>,
): Promise<InvokeResult<InvokeOutput<C>>> {
  const answer = await inSecretFrame(
    page,
    async (frame) =>
      await frame.evaluate(
        async ([name, value]) =>
          await (window.upcast.invoke as (name: string, value: unknown) => Promise<unknown>)(name, value),
        [channel, input] as const,
      ),
  );
  return answer as InvokeResult<InvokeOutput<C>>;
}

/** Opens the frame for `act`, and closes it. */
export async function inSecretFrame<T>(page: Page, act: (frame: Frame) => Promise<T>): Promise<T> {
  const result = await act(await openFrame(page));
  await page.locator(`iframe[title="${TITLE}"]`).evaluate((element) => element.remove());
  return result;
}

/** Without a task the page shows nothing and stays until its frame is removed. */
async function openFrame(page: Page): Promise<Frame> {
  await page.evaluate(
    async ([title, src]) =>
      await new Promise<void>((resolve) => {
        const element = document.createElement('iframe');
        element.title = title;
        element.src = src;
        element.onload = () => resolve();
        document.body.append(element);
      }),
    [TITLE, `${SECRET_FRAME_ORIGIN}/secret-frame.html`] as const,
  );
  const element = await page.locator(`iframe[title="${TITLE}"]`).elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('the secret frame did not open');
  return frame;
}

export type SavedByTest = Pick<Destination, 'id' | 'url'> & Partial<Destination>;

/** Saves a destination with its key as the form does. @throws Error with the code of a refusal. */
export async function saveDestination(
  page: Page,
  { id, url, ...more }: SavedByTest,
  key: string | undefined,
  password?: string,
): Promise<Destination> {
  const saved = await invokeInSecretFrame(page, 'destination:save', {
    destination: {
      ...{ id, url, name: id, serviceId: 'custom', backupMode: 'failover', isEnabled: true },
      ...{ hasKey: false, hasPassword: false, tls: { minimumVersion: 'TLSv1.2' } },
      ...more,
    },
    key,
    password,
  });
  if (!saved.ok) throw new Error(`${saved.error.code} ${JSON.stringify(saved.error.details)}`);
  return saved.value;
}
