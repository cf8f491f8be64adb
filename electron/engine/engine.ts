/** Entry of the engine process: its control port to main, and the core behind it. The one file here that knows Electron. */
import { networkInterfaces } from 'node:os';
import type { MessageEvent, ParentPort } from 'electron';
import type { FromEngine, ToEngine } from '../../shared/ipc/engine-control.ts';
import { EngineCore } from './engine-core.ts';

const parent: ParentPort = process.parentPort;

const core = new EngineCore({
  tell: (message: FromEngine) => parent.postMessage(message),
  now: () => Date.now(),
  readNetwork,
});

parent.on('message', (event: MessageEvent) => {
  core.receive(event.data as ToEngine, event.ports);
});
parent.postMessage({ type: 'ready' } satisfies FromEngine);

/** Addresses that others can reach, in a fixed order; a change of this text is a change of the network. */
function readNetwork(): string {
  return Object.entries(networkInterfaces())
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, address })))
    .filter(({ address }) => !address.internal)
    .map(({ name, address }) => `${name} ${address.address}`)
    .sort()
    .join('\n');
}
