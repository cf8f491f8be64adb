/** In a page or a worker under test: answers what a test asks by name. Bundled with the code that is tested. */

export type Calls = Readonly<Record<string, (input: never) => unknown>>;

/** What a worker gets. */
export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export type CallAnswer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

/** Called by the module that a worker of the page begins with. */
export function answerInWorker(calls: Calls): void {
  addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
    void answer(calls, data).then((message) => postMessage(message));
  });
}

async function answer(calls: Calls, { id, name, input }: CallMessage): Promise<CallAnswer> {
  try {
    return { id, result: await run(calls, name, input) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Called by the module that a page begins with, where code under test needs a document. */
export function answerInPage(calls: Calls): void {
  Object.assign(window, { callPage: (name: string, input: unknown) => run(calls, name, input) });
}

async function run(calls: Calls, name: string, input: unknown): Promise<unknown> {
  const call = calls[name] as ((input: unknown) => unknown) | undefined;
  if (call === undefined) throw new Error(`nothing here answers ${name}`);
  return await call(input);
}
