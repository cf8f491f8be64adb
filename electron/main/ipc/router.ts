/**
 * The one gate between the window and main: our window's main frame and origin, or its secret room for the few channels
 * that it has; a known channel, an input that fits the contract; then the handler. Whatever goes wrong comes back as a record, never as a raw exception.
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
import { isOwnOrigin, isSecretRoomOrigin } from '../window/permissions.ts';

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

export function routeInvokes(options: RouterOptions): void {
  for (const channel of Object.keys(invokeContract) as InvokeChannel[]) {
    ipcMain.handle(channel, async (event, input: unknown) => await answer(options, channel, event, input));
  }
}

async function answer<C extends InvokeChannel>(
  options: RouterOptions,
  channel: C,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<InvokeResult<InvokeOutput<C>>> {
  if (!isFromOwnPage(event, options.ownContents(), channel)) {
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

/** What the secret room may ask for, and nothing else. */
const secretRoomChannels: ReadonlySet<InvokeChannel> = new Set<InvokeChannel>([
  'app:facts',
  'settings:get',
  'destination:save',
  'proxy:save',
  'presets:openFile',
  'presets:unlock',
  'presets:add',
  'presets:discard',
  'presets:export',
]);

function isFromOwnPage(
  event: IpcMainInvokeEvent,
  own: WebContents | undefined,
  channel: InvokeChannel,
): boolean {
  const frame = event.senderFrame;
  if (own === undefined || event.sender !== own || frame === null) return false;
  if (frame === own.mainFrame) return isOwnOrigin(frame.url);
  return frame.parent === own.mainFrame && isSecretRoomOrigin(frame.url) && secretRoomChannels.has(channel);
}

/** Sends an event of the contract; nothing happens when the window is gone. */
export function sendEvent<C extends EventChannel>(
  contents: WebContents | undefined,
  channel: C,
  payload: EventContract[C],
): void {
  if (contents !== undefined && !contents.isDestroyed()) contents.send(channel, payload);
}
