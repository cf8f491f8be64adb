/** The destinations of one broadcast: makes a link of each, two where a backup is sent to at the same time. */
import { reportFault } from '../../../../shared/report-fault.ts';
import type { StatsSummary } from '../../../../shared/broadcast/statistics.ts';
import { OutputClock } from '../../../../shared/media/timeline.ts';
import { publishedAddressesOf } from '../../../../shared/destinations/server-secret.ts';
import type { DestinationView, OutputKind } from '../../../../shared/broadcast/state.ts';
import type { NamedDestination } from '../../../../shared/ipc/engine-control.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import { DestinationLink } from './destination-link.ts';
import type { LinkTarget, SharedLinkOptions } from './link-options.ts';
import type { DestinationEvent, DestinationPhase, DestinationReport } from '../machines/destination-types.ts';
import type { LinkMeasure } from '../output.ts';
import type { ServerMessage } from './server-message-limit.ts';
import type { LinkTotals } from '../../statistics/statistics.ts';

/** A backup that is sent to at the same time is shown as a destination of its own, under this id. */
export function backupIdOf(id: string): string {
  return `${id}-backup`;
}

/** What became of an event: no output has this id, none did anything, or at least one did. */
export type Dispatched = 'unknown' | 'ignored' | 'done';

/** Removed destinations in the summary, the newest: main takes no list without end. */
const MAX_REMOVED = 200;

/** The reports are those of the links, each with the link that made it. */
export interface LinkSetOptions extends SharedLinkOptions {
  readonly onSent: (link: { readonly id: string }, packet: MediaPacket, timestampMs: number) => void;
  readonly onChange: (link: DestinationLink, previous: DestinationPhase, next: DestinationPhase) => void;
  readonly onReport: (link: DestinationLink, what: DestinationReport) => void;
  readonly onServerMessage: (link: DestinationLink, message: ServerMessage) => void;
}

export class LinkSet {
  readonly #options: LinkSetOptions;
  #links: DestinationLink[] = [];
  /** Removed while live: kept for the summary. */
  #removed: LinkTotals[] = [];
  readonly #leaving = new Set<DestinationLink>();

  constructor(options: LinkSetOptions) {
    this.#options = options;
  }

  /** True when every destination is idle or failed. */
  get isQuiet(): boolean {
    return [...this.#links, ...this.#leaving].every((link) => link.isQuiet);
  }

  /** The error of the first that failed. */
  get firstError(): DestinationLink['lastError'] {
    return this.#links.find((link) => link.phase === 'failed')?.lastError;
  }

  /**
   * Adds a destination, or the receiver of a rehearsal, and starts it. One that is over is replaced. Of one that is sent to, the
   * other output is started where it is over.
   */
  add(destination: NamedDestination, kind: OutputKind = 'destination'): void {
    const { id, name, backupMode, backupName } = destination;
    const there = this.#links.filter((link) => isOf(link, id));
    if (there.some(({ isQuiet }) => !isQuiet)) {
      for (const link of there) link.dispatch({ type: 'startRequested' });
      return;
    }
    this.remove(id, 0);
    const { url, backupUrl } = publishedAddressesOf(destination);
    const base = new OutputClock();
    const isBoth = backupUrl !== undefined && backupMode === 'both';
    const added = [
      this.#make({
        kind,
        id,
        name,
        destination,
        url,
        base,
        ...(backupUrl === undefined || isBoth ? {} : { backupUrl }),
      }),
    ];
    if (isBoth) {
      added.push(
        this.#make({
          kind,
          id: backupIdOf(id),
          backupOf: id,
          name: backupName,
          destination,
          url: backupUrl,
          base,
        }),
      );
    }
    this.#links.push(...added);
    for (const link of added) link.open().catch(reportFault);
  }

  /** Takes a destination away; what is queued may still go within `drainMs`. False when there is none. */
  remove(id: string, drainMs: number): boolean {
    const gone = this.#links.filter((link) => isOf(link, id));
    this.#links = this.#links.filter((link) => !gone.includes(link));
    for (const link of gone) {
      this.#leaving.add(link);
      link.end({ drainMs }).catch(reportFault);
      this.#forgetIfQuiet(link);
    }
    return gone.length > 0;
  }

  /** To one destination and its simultaneous backup, or to all. */
  dispatch(event: DestinationEvent, id?: string): Dispatched {
    const wanted = this.#links.filter((link) => id === undefined || isOf(link, id));
    const done = wanted.filter((link) => link.dispatch(event));
    if (event.type === 'endNowRequested' && id === undefined) {
      for (const link of [...this.#leaving]) link.dispatch(event);
    }
    if (wanted.length === 0) return 'unknown';
    return done.length > 0 ? 'done' : 'ignored';
  }

  /** The machine slept for so long. */
  woke(sleptMs: number): void {
    for (const link of this.#links) link.woke(sleptMs);
  }

  /** `network` names this machine's addresses. */
  networkChanged(network: string): void {
    for (const link of this.#links) link.networkChanged(network);
  }

  views(): readonly DestinationView[] {
    return this.#links.map((link) => link.view());
  }

  totals(): readonly LinkTotals[] {
    return this.#links.map((link) => link.statistics());
  }

  /** With those that were removed on the way. */
  allTotals(): StatsSummary['destinations'] & readonly LinkTotals[] {
    return [...this.#removed, ...[...this.#leaving].map((link) => link.statistics()), ...this.totals()];
  }

  /** Queue and running bytes of the live ones, for the bitrate control. */
  liveMeasures(): readonly (Pick<LinkMeasure, 'queueMs'> & {
    readonly id: string;
    readonly deliveredBytes: number;
  })[] {
    return this.#links
      .filter((link) => link.phase === 'live')
      .map(({ id, queueMs, deliveredBytes }) => ({ id, queueMs, deliveredBytes }));
  }

  dispose(): void {
    for (const link of [...this.#links, ...this.#leaving]) link.dispose();
    this.#leaving.clear();
  }

  #make(own: LinkTarget): DestinationLink {
    const { onChange, onReport, onServerMessage, onSent } = this.#options;
    const link: DestinationLink = new DestinationLink({
      ...this.#options,
      ...own,
      takenMs: () => this.#links.flatMap((other) => (other === link ? [] : (other.retryAtMs ?? []))),
      onChange: (previous, next) => {
        this.#forgetIfQuiet(link);
        onChange(link, previous, next);
      },
      onSent: (packet, timestampMs) => onSent(own, packet, timestampMs),
      onReport: (what) => onReport(link, what),
      onServerMessage: (message) => onServerMessage(link, message),
    });
    return link;
  }

  #forgetIfQuiet(link: DestinationLink): void {
    if (!link.isQuiet) return;
    if (this.#leaving.delete(link)) this.#removed = [...this.#removed, link.statistics()].slice(-MAX_REMOVED);
  }
}

/** Of the destination or its simultaneous backup. */
function isOf(link: DestinationLink, id: string): boolean {
  return link.id === id || link.backupOf === id;
}
