/** A broadcast on a fake clock, with peers by script and media that goes on with the time: what its tests act on. */
import { Broadcast } from '../../../../../electron/engine/broadcast/broadcast.ts';
import type { BroadcastStart } from '../../../../../electron/engine/broadcast/broadcast-run.ts';
import type { DestinationState } from '../../../../../shared/broadcast/state.ts';
import type {
  BroadcastEvent,
  StatsSample,
  StatsSummary,
} from '../../../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../../../shared/destinations/destination.ts';
import type { NamedDestination } from '../../../../../shared/ipc/engine-control.ts';
import { FakeClock } from './fake-clock.ts';
import { audioHeader, mediaBetween, metadata, videoHeader } from './packets.ts';
import { ScriptedNetwork } from './scripted-publisher.ts';

export const KEY = 'live_secret_1234567890';
const STEP_MS = 40;

export function destination(id: string, more: Partial<NamedDestination> = {}): NamedDestination {
  const base = { id, name: `Service ${id}`, serviceId: 'custom', url: `rtmp://${id}/live`, isEnabled: true };
  return { ...destinationSchema.parse(base), key: KEY, backupName: `Service ${id} (backup)`, ...more };
}

export class BroadcastStage {
  readonly clock = new FakeClock();
  readonly network = new ScriptedNetwork();
  readonly events: BroadcastEvent[] = [];
  readonly samples: StatsSample[] = [];
  readonly summaries: StatsSummary[] = [];
  readonly logged: string[] = [];
  /** Bitrates that the broadcast asked the encoder for. */
  readonly wanted: number[] = [];
  /** This machine's, as the broadcast reads it. */
  address = 'a';
  readonly broadcast: Broadcast;
  #mediaMs = 0;

  constructor() {
    const { network } = this;
    this.broadcast = new Broadcast({
      driver: network.driver,
      clock: this.clock,
      random: () => 0.5,
      log: (_level, text) => this.logged.push(text),
      readMachine: () => ({
        cpuPercent: 1,
        memoryMb: 2,
        capturedFrames: 3,
        skippedFrames: 4,
        targetKbps: 2500,
      }),
      readNetwork: () => this.address,
    });
    this.broadcast.onEvent.on((event) => this.events.push(event));
    this.broadcast.onSample.on((sample) => this.samples.push(sample));
    this.broadcast.onSummary.on((summary) => this.summaries.push(summary));
    this.broadcast.onBitrateWanted.on(({ videoKbps }) => this.wanted.push(videoKbps));
    for (const header of [metadata, videoHeader, audioHeader]) this.broadcast.program.push(header);
  }

  readonly start = (destinations: readonly NamedDestination[], more: Partial<BroadcastStart> = {}): void => {
    this.broadcast.start({
      destinations,
      shouldRetryFirst: false,
      drainMs: 3000,
      isDynamicBitrate: false,
      videoKbps: 2500,
      audioKbps: 160,
      videoCodec: 'h264',
      ...more,
    });
  };

  /** Media and time go on together. */
  readonly run = async (forMs: number): Promise<void> => {
    const endMs = this.#mediaMs + forMs;
    for (; this.#mediaMs < endMs; this.#mediaMs += STEP_MS) {
      for (const packet of mediaBetween(this.#mediaMs, this.#mediaMs + STEP_MS))
        this.broadcast.program.push(packet);
      await this.clock.advance(STEP_MS);
    }
  };

  readonly phases = (): DestinationState['phase'][] =>
    this.broadcast.snapshot().destinations.map(({ state }) => state.phase);
}
