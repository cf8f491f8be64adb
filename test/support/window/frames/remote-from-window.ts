/** Switches the remote control on and gives its token, as its form shows it. */
import type { Page } from 'playwright-core';
import type { InvokeInput } from '../../../../shared/ipc/contract.ts';
import { invokeInSecretFrame } from './secret-frame.ts';

/** `more` is changed in the same step. */
export async function openRemote(
  page: Page,
  port: number,
  more: InvokeInput<'settings:update'> = {},
): Promise<string> {
  const change = { ...more, remote: { isOn: true, port } };
  const changed = await page.evaluate(
    async (input) => await window.upcast.invoke('settings:update', input),
    change,
  );
  if (!changed.ok) throw new Error(changed.error.code);
  const shown = await invokeInSecretFrame(page, 'remote:showToken', undefined);
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}
