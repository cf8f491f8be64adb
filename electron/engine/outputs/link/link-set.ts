/** The destinations of one broadcast: makes a link of each, two where a backup is sent to at the same time. */
import type { StatsSummary } from '../../../../shared/broadcast/statistics.ts';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import { publishedAddressesOf } from '../../../../shared/destinations/server-secret.ts';
import type { DestinationView } from '../../../../shared/broadcast/state.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import { DestinationLink } from './destination-link.ts';
import type { DestinationLinkOptions } from './destination-link.ts';
import type { DestinationEvent, DestinationPhase, Telling } from '../machines/destination-types.ts';
import { totalDropped } from './send-queue.ts';
import type { LinkMeasure } from '../../broadcast/bitrate-control.ts';
import type { SaidWords } from './words-budget.ts';
import type { LinkTotals } from '../../statistics/statistics.ts';

/** A backup that is sent to at the same time is shown as a destination of its own, under this id. */
export function backupIdOf(id: string): string {
  return `${id}-backup`;
}

/** Removed destinations in the summary, the newest: main takes no list without end. */
const MAX_REMOVED = 200;

export type LinkSetOptions = Omit<
  DestinationLinkOptions,
  | 'id'
  | 'name'
  | 'destination'
  | 'url'
  | 'backupUrl'
  | 'base'
  | 'takenMs'
  | 'onChange'
  | 'onTell'
  | 'onServerWords'
  | 'onSent'
> & {
  readonly onSent: (link: { readonly id: string }, packet: MediaPacket, timestampMs: number) => void;
  readonly onChange: (link: DestinationLink, previous: DestinationPhase, next: DestinationPhase) => void;
  readonly onTell: (link: DestinationLink, what: Telling) => void;
  readonly onServerWords: (link: DestinationLink, said: SaidWords) => void;
};

export class LinkSet {
  readonly #options: LinkSetOptions;
  #links: DestinationLink[] = [];
  /** Removed while live: kept for the summary. */
  #removed: LinkTotals[] = [];
  #leaving = new Set<DestinationLink>();

  constructor(options: LinkSetOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#links.length;
  }

  /** What no destination does any more: live, connecting, waiting, ending. */
  get isQuiet(): boolean {
    return [...this.#links, ...this.#leaving].every(
      (link) => link.phase === 'idle' || link.phase === 'failed',
    );
  }

  /** The error of the first that failed. */
  get firstError(): DestinationLink['lastError'] {
    return this.#links.find((link) => link.phase === 'failed')?.lastError;
  }

  /** Adds a destination and starts it; one that is there already is replaced. */
  add(destination: DestinationWithSecrets): void {
    this.remove(destination.id, 0);
    const { id, name, backupMode } = destination;
    const { url, backupUrl } = publishedAddressesOf(destination);
    const base = { baseMs: undefined };
    const isBoth = backupUrl !== undefined && backupMode === 'both';
    const added = [
      this.#make({
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
        this.#make({ id: backupIdOf(id), name: `${name} (backup)`, destination, url: backupUrl, base }),
      );
    }
    this.#links.push(...added);
    for (const link of added) link.dispatch({ type: 'startRequested' });
  }

  /** Takes a destination away; what is queued may still go within `drainMs`. */
  remove(id: string, drainMs: number): void {
    const gone = this.#links.filter((link) => link.id === id || link.id === backupIdOf(id));
    this.#links = this.#links.filter((link) => !gone.includes(link));
    for (const link of gone) {
      this.#leaving.add(link);
      link.dispatch(drainMs > 0 ? { type: 'stopRequested', drainMs } : { type: 'endNowRequested' });
      this.#forgetIfQuiet(link);
    }
  }

  /** To one destination and its simultaneous backup, or to all. */
  dispatch(event: DestinationEvent, id?: string): void {
    const wanted = this.#links.filter(
      (link) => id === undefined || link.id === id || link.id === backupIdOf(id),
    );
    for (const link of wanted) link.dispatch(event);
    if (event.type === 'endNowRequested' && id === undefined) {
      for (const link of [...this.#leaving]) link.dispatch(event);
    }
  }

  /** The machine slept for so long. */
  woke(sleptMs: number): void {
    for (const link of this.#links) link.woke(sleptMs);
  }

  /** `network` names this machine's addresses. */
  networkChanged(network: string): void {
    for (const link of this.#links) link.networkChanged(network);
  }

  push(packet: MediaPacket): void {
    for (const link of this.#links) link.push(packet);
  }

  views(): readonly DestinationView[] {
    return this.#links.map((link) => link.view());
  }

  totals(): readonly LinkTotals[] {
    return this.#links.map(totalsOf);
  }

  /** With those that were removed on the way. */
  allTotals(): StatsSummary['destinations'] & readonly LinkTotals[] {
    return [...this.#removed, ...[...this.#leaving].map(totalsOf), ...this.totals()];
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

  #make(
    own: Pick<DestinationLinkOptions, 'id' | 'name' | 'destination' | 'url' | 'backupUrl' | 'base'>,
  ): DestinationLink {
    const { onChange, onTell, onServerWords, onSent } = this.#options;
    const link: DestinationLink = new DestinationLink({
      ...this.#options,
      ...own,
      takenMs: () => this.#links.flatMap((other) => (other === link ? [] : (other.retryAtMs ?? []))),
      onChange: (previous, next) => {
        this.#forgetIfQuiet(link);
        onChange(link, previous, next);
      },
      onSent: (packet, timestampMs) => onSent(own, packet, timestampMs),
      onTell: (what) => onTell(link, what),
      onServerWords: (said) => onServerWords(link, said),
    });
    return link;
  }

  #forgetIfQuiet(link: DestinationLink): void {
    if (link.phase !== 'idle' && link.phase !== 'failed') return;
    if (this.#leaving.delete(link)) this.#removed = [...this.#removed, totalsOf(link)].slice(-MAX_REMOVED);
  }
}

function totalsOf(link: DestinationLink): LinkTotals {
  const { acknowledgedBytes, lastError, counters } = link;
  return {
    id: link.id,
    name: link.name,
    sentBytes: link.sentBytes,
    ...(acknowledgedBytes === undefined ? {} : { acknowledgedBytes }),
    queueMs: link.queueMs,
    droppedFrames: totalDropped(counters.drops),
    sentFrames: counters.sentFrames,
    liveMs: link.liveMs,
    reconnects: counters.reconnects,
    ...(counters.losses.size === 0 ? {} : { lossesByCause: Object.fromEntries(counters.losses) }),
    ...(lastError === undefined ? {} : { lastError }),
  };
}
