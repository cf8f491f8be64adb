/** The typed client of the bridge: what main refuses is thrown as `AppError`. */
import type {
  EventChannel,
  EventContract,
  InvokeChannel,
  InvokeInput,
  InvokeOutput,
  UpcastBridge,
} from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/errors/app-error.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

/** No argument where the contract wants none. */
type Arguments<C extends InvokeChannel> = undefined extends InvokeInput<C> ? [] : [input: InvokeInput<C>];

export interface Client {
  /** @throws AppError with the code main gave. */
  invoke<C extends InvokeChannel>(channel: C, ...input: Arguments<C>): Promise<InvokeOutput<C>>;
  /** Returns what ends the subscription. */
  on<C extends EventChannel>(channel: C, listener: (payload: EventContract[C]) => void): () => void;
}

export function createClient(bridge: UpcastBridge): Client {
  return {
    async invoke(channel, ...input) {
      const result = await bridge.invoke(channel, input[0] as InvokeInput<typeof channel>);
      if (result.ok) return result.value;
      throw new AppError(result.error.code, result.error.details);
    },
    on: (channel, listener) => bridge.on(channel, listener),
  };
}
