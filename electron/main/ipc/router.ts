/**
 * The one gate between the window and main: our window's main frame and origin, or its secret frame, each for the channels
 * that it has; an input that fits the contract; then the handler. Whatever goes wrong comes back as a record, never as a raw exception.
 */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { invokeContract } from '../../../shared/ipc/contract.ts';
import type {
  EventChannel,
  EventContract,
  InvokeChannel,
  InvokeInput,
  InvokeOutput,
  InvokeResult,
} from '../../../shared/ipc/contract.ts';
import { cleanTexts } from '../../../shared/redact.ts';
import { callersOf } from './channel-callers.ts';
import type { FirstInvokes, Route } from './first-invokes.ts';
import { callerOf } from './frames.ts';

/** A bad input of thousands of parts is named by its first ones. */
const NAMED_ISSUES = 10;

/** One function per channel; a missing one does not compile. */
export type Handlers = {
  readonly [C in InvokeChannel]: (input: InvokeInput<C>) => Promise<InvokeOutput<C>> | InvokeOutput<C>;
};

export interface RouterOptions {
  readonly handlers: Handlers;
  /** Our window's contents; `undefined` while there is none. */
  readonly ownContents: () => WebContents | undefined;
  /** Takes secrets out of a text. */
  readonly clean: (text: string) => string;
  readonly onRefused: (text: string) => void;
  readonly onFailed: (channel: InvokeChannel, error: AppError) => void;
}

/** @param first holds what the page asked for so far. */
export function routeInvokes(options: RouterOptions, first: FirstInvokes): void {
  const route: Route = async (channel, event, input) => await answer(options, channel, event, input);
  for (const channel of Object.keys(invokeContract) as InvokeChannel[]) {
    if (!first.channels.includes(channel))
      ipcMain.handle(channel, async (event, input: unknown) => await route(channel, event, input));
  }
  first.answer(route);
}

async function answer<C extends InvokeChannel>(
  options: RouterOptions,
  channel: C,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<InvokeResult<InvokeOutput<C>>> {
  if (!isAllowed(event, options.ownContents(), channel)) {
    options.onRefused(`${channel} from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
    return { ok: false, error: new AppError('input/bad-message', { message: 'unknown sender' }).toRecord() };
  }
  const parsed = invokeContract[channel].input.safeParse(input);
  if (!parsed.success) {
    // The issues name the field; the value is left out, it may be a key.
    const fields = parsed.error.issues
      .slice(0, NAMED_ISSUES)
      .map((issue) => `${issue.path.join('.').slice(0, 100)} ${issue.code}`)
      .join(', ');
    options.onRefused(`${channel} with a bad input: ${fields}`);
    return {
      ok: false,
      error: new AppError('input/bad-message', { message: `bad input: ${fields}` }).toRecord(),
    };
  }
  try {
    const handler = options.handlers[channel] as (
      input: unknown,
    ) => Promise<InvokeOutput<C>> | InvokeOutput<C>;
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    const appError = toAppError(error);
    options.onFailed(channel, appError);
    return { ok: false, error: cleanTexts(appError.toRecord(), options.clean) };
  }
}

function isAllowed(
  { sender, senderFrame, processId }: IpcMainInvokeEvent,
  own: WebContents | undefined,
  channel: InvokeChannel,
): boolean {
  if (own === undefined || sender !== own || senderFrame === null) return false;
  // A frame that went to another page since is not the one that sent this.
  if (processId !== senderFrame.processId) return false;
  const caller = callerOf(senderFrame, own.mainFrame);
  return caller !== undefined && callersOf[channel].includes(caller);
}

/** Sends an event of the contract; nothing happens when the window is gone. */
export function sendEvent<C extends EventChannel>(
  contents: WebContents | undefined,
  channel: C,
  payload: EventContract[C],
): void {
  if (contents !== undefined && !contents.isDestroyed()) contents.send(channel, payload);
}
