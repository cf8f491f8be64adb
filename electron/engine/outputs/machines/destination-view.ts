/** What a destination shows of its state and its connection. Pure. */
import type {
  DestinationState,
  DestinationView,
  OutputKind,
  TlsSummary,
} from '../../../../shared/broadcast/state.ts';
import { isTlsAddress } from '../../../../shared/destinations/url.ts';

export interface ViewFacts {
  readonly kind: OutputKind;
  readonly id: string;
  readonly backupOf: string | undefined;
  readonly name: string;
  readonly state: DestinationState;
  /** The connection that is up. */
  readonly connection:
    { readonly tls?: TlsSummary | undefined; readonly movedHost?: string | undefined } | undefined;
  /** Of the server that is tried. */
  readonly url: string;
  readonly serverWords: string | undefined;
}

export function viewOf(facts: ViewFacts): DestinationView {
  const { kind, id, backupOf, name, state, connection, url, serverWords } = facts;
  const { tls, movedHost } = connection ?? {};
  const isTrying = state.phase === 'connecting' || state.phase === 'reconnecting';
  // A backup may be weaker than the primary server.
  const isTls = connection === undefined ? (isTrying ? isTlsAddress(url) : undefined) : tls !== undefined;
  return {
    ...{ kind, id, name, state },
    ...(backupOf === undefined ? {} : { backupOf }),
    ...(isTls === undefined ? {} : { isTls }),
    ...(tls === undefined ? {} : { tls }),
    ...(movedHost === undefined ? {} : { movedHost }),
    ...(serverWords === undefined ? {} : { serverWords }),
  };
}
