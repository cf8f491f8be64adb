/** Destinations and broadcasts of the proofs: the real client, no window. */
import { Broadcast } from '../../../electron/engine/broadcast/broadcast.ts';
import { rtmpDriver } from '../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { NamedDestination } from '../../../shared/ipc/engine-control.ts';

export interface ObservedBroadcast {
  readonly broadcast: Broadcast;
  readonly events: readonly BroadcastEvent[];
  readonly samples: readonly StatsSample[];
  readonly summaries: readonly StatsSummary[];
}

/** A broadcast over the real client, with everything it tells kept. */
export function observeBroadcast(): ObservedBroadcast {
  const events: BroadcastEvent[] = [];
  const samples: StatsSample[] = [];
  const summaries: StatsSummary[] = [];
  const broadcast = new Broadcast({
    driver: rtmpDriver,
    log: () => {},
    readMachine: () => ({ cpuPercent: 0, memoryMb: 0, capturedFrames: 0, skippedFrames: 0, targetKbps: 0 }),
  });
  broadcast.onEvent.on((event) => events.push(event));
  broadcast.onSample.on((sample) => samples.push(sample));
  broadcast.onSummary.on((summary) => summaries.push(summary));
  return { broadcast, events, samples, summaries };
}

export interface Target {
  readonly key: string;
  readonly url: string;
  readonly backupUrl?: string;
  readonly backupMode?: 'failover' | 'both';
  /** PEM of the authority that a TLS server's certificate is by. */
  readonly caPem?: string;
}

/** A preset as the engine gets it; its id and name are the key. */
export function destinationOf(target: Target): NamedDestination {
  const { key, url, caPem, backupUrl, backupMode } = target;
  const preset = destinationSchema.parse({
    id: key,
    name: key,
    serviceId: 'custom',
    url,
    isEnabled: true,
    tls: caPem === undefined ? {} : { extraAuthorityPem: caPem },
    ...(backupUrl === undefined ? {} : { backupUrl }),
    ...(backupMode === undefined ? {} : { backupMode }),
  });
  return { ...preset, key, backupName: `${key} (backup)` };
}
