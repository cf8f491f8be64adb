/** Which part of Upcast a process of Chromium is, and whether its end was a crash. Pure. */
import type { CrashedPart } from '../../log/diagnostics/run-history.ts';

export interface GoneProcess {
  /** As Electron's `child-process-gone` says it. */
  readonly type: string;
  readonly reason: string;
  readonly exitCode: number;
  readonly serviceName?: string | undefined;
}

const services: ReadonlyMap<string | undefined, CrashedPart> = new Map([
  ['audio.mojom.AudioService', 'audio'],
  ['network.mojom.NetworkService', 'network'],
  ['node.mojom.NodeService', 'engine'],
]);

export function partOf({ type, serviceName }: GoneProcess): CrashedPart {
  return type === 'GPU' ? 'graphics' : (services.get(serviceName) ?? 'other');
}

/** Signals by which a person, a terminal or Upcast itself ends a process: SIGHUP, SIGINT, SIGTERM. */
const politeSignals: ReadonlySet<number> = new Set([1, 2, 15]);

/** Windows has no signals: there a process that was ended from outside has not crashed. */
export function hasCrashed({ reason, exitCode }: GoneProcess, platform: NodeJS.Platform): boolean {
  if (reason === 'clean-exit') return false;
  if (reason !== 'killed') return true;
  return platform !== 'win32' && !politeSignals.has(exitCode);
}
