/** Two sessions on a simulated network, and a listener that keeps what comes. */
import { OpenSession } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { OpenSessionOptions, SessionListener } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { FlowHandler } from '../../../electron/rtmp/rtmfp/flows/receive/receive-flow.ts';
import { sessionEnd, SimulatedNetwork, START_MS } from './simulated-network.ts';
import type { NetworkConditions } from './simulated-network.ts';

/** Wants no flow. */
export const nobody: SessionListener = { onFlow: () => undefined, onEnded: () => undefined };

/** Keeps what each flow gives, by its metadata. */
export class Collector implements SessionListener {
  readonly messages = new Map<number, Uint8Array[]>();
  readonly ended: number[] = [];
  gaps = 0;
  endings: string[] = [];

  onFlow({ metadata }: { readonly metadata: Uint8Array }): FlowHandler {
    const name = metadata[0] ?? 0;
    const list: Uint8Array[] = [];
    this.messages.set(name, list);
    return {
      capacityBytes: 2 * 1024 * 1024,
      message: (bytes) => list.push(bytes),
      gap: () => (this.gaps += 1),
      ended: () => this.ended.push(name),
    };
  }

  onEnded(ending: string): void {
    this.endings.push(ending);
  }
}

type Options = Partial<OpenSessionOptions>;

export function connect(
  conditions: NetworkConditions,
  first: SessionListener,
  second: SessionListener,
  options: { readonly first?: Options; readonly second?: Options } = {},
): SimulatedNetwork {
  const end = (mode: 1 | 2, listener: SessionListener, more: Options = {}) =>
    sessionEnd(new OpenSession({ mode, maxFlows: 32, ...more }, listener, START_MS));
  return new SimulatedNetwork(conditions, end(1, first, options.first), end(2, second, options.second));
}
