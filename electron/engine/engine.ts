/** Entry of the engine process: its control port to main, and the core behind it. The one file here that knows Electron. */
import { networkInterfaces } from 'node:os';
import type { MessageEvent, ParentPort } from 'electron';
import type { FromEngine, ToEngine } from '../../shared/ipc/engine-control.ts';
import { isolate, setFaultOwner } from '../../shared/report-fault.ts';
import { systemClock } from './broadcast/system-clock.ts';
import { EngineCore } from './engine-core.ts';
import { describeNetwork } from './own-network.ts';
import { setPriority } from './process-priority.ts';
import { lastResort } from './last-resort.ts';
import { rtmpDriver } from './outputs/rtmp/rtmp-driver.ts';

setPriority(process.pid, 'above');

const parent: ParentPort = process.parentPort;

const send = (message: FromEngine): void => parent.postMessage(message);

const core = new EngineCore({
  // What cannot be cloned is a fault of ours, and no reason for its sender to stop.
  send: (message) => isolate(() => send(message)),
  clock: systemClock,
  driver: rtmpDriver,
  readNetwork: () => describeNetwork(networkInterfaces()),
});

setFaultOwner((error) => core.logFault(error));
const endAfter = lastResort({
  send,
  logFault: (error) => core.logFault(error),
  finishRecording: () => core.finishRecording(),
  exit: (code) => process.exit(code),
});
process.on('uncaughtException', endAfter);
process.on('unhandledRejection', endAfter);

parent.on('message', (event: MessageEvent) => core.receive(event.data as ToEngine, event.ports));
parent.postMessage({ type: 'ready' } satisfies FromEngine);
