/** What the page asks for first. The page loads while main is still being read: these questions wait for the router. */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import type { InvokeChannel } from '../../../shared/ipc/contract.ts';

/** Answers a question of a page, or refuses it. */
export type Route = (channel: InvokeChannel, event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>;

export interface FirstInvokes {
  readonly channels: readonly InvokeChannel[];
  /** Answers those that wait, and from then on each at once. */
  readonly answer: (route: Route) => void;
}

/** `renderer/main.tsx` asks for nothing else before it has both answers. */
const channels = ['app:facts', 'settings:get'] as const satisfies readonly InvokeChannel[];

/** Before the page loads. */
export function holdFirstInvokes(): FirstInvokes {
  let answer: (route: Route) => void = () => undefined;
  const routed = new Promise<Route>((resolve) => {
    answer = resolve;
  });
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, input: unknown) => {
      const route = await routed;
      return await route(channel, event, input);
    });
  }
  return { channels, answer };
}
