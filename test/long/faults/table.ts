/** The faults, each as what is done to a live stream: the moments of fault and return are told, the judge measures from there. */
import { copyFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  changeClientAddress,
  resetConnections,
  setFault,
  setUplink,
} from '../../support/computer/network-pair.ts';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import type { NameServer } from '../../support/servers/name-server.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import type { TestAuthority, TestLeaf } from '../../support/servers/certificates.ts';
import type { StreamingHost } from '../support/streaming-host.ts';

export interface FaultBench {
  readonly pair: NetworkPair;
  readonly host: StreamingHost;
  readonly names: NameServer;
  readonly authority: TestAuthority;
  readonly leaf: TestLeaf;
  nginx(): NginxServer;
  /** Stops the server; the returned function starts it again at the same ports. */
  stopNginx(): Promise<() => Promise<void>>;
  /** Whether publishers are let in. */
  allow(isAllowed: boolean): void;
  readonly key: string;
}

export interface Fault {
  readonly isTls: boolean;
  /** `mayHold`: a connection that survives it is as good as one that comes back. */
  readonly mayHold?: boolean;
  /** Everything is cut off then, not only the one destination. */
  readonly isMachineAsleep?: boolean;
  /** The server is node-media-server, which never acknowledges. */
  readonly isUnacknowledged?: boolean;
  /** The server throws publishers out that send nothing for so long. */
  readonly dropIdleSeconds?: number;
  /** Makes the fault; the network is back when it resolves. Time to notice counts from `begun`. */
  strike(bench: FaultBench, begun: () => void): Promise<void>;
}

async function dropEverythingFor(bench: FaultBench, ms: number, rule = 'drop'): Promise<void> {
  setFault(bench.pair, rule);
  await delay(ms);
  setFault(bench.pair, undefined);
}

/** Connections are reset, and for a while every new one as well; resets themselves get through. */
async function resetFor(bench: FaultBench, ms: number): Promise<void> {
  resetConnections(bench.pair);
  await dropEverythingFor(bench, ms, 'tcp flags & rst == 0 reject with tcp reset');
}

export const faults: Readonly<Record<string, Fault>> = {
  reset: {
    isTls: false,
    async strike(bench, begun) {
      begun();
      await resetFor(bench, 1500);
    },
  },
  'reset-tls': {
    isTls: true,
    async strike(bench, begun) {
      begun();
      await resetFor(bench, 1500);
    },
  },
  fin: {
    isTls: false,
    async strike({ nginx, key }, begun) {
      begun();
      await nginx().dropPublisher(key);
    },
  },
  'silence-20s': {
    isTls: false,
    async strike(bench, begun) {
      begun();
      await dropEverythingFor(bench, 20_000);
    },
  },
  'silence-20s-tls': {
    isTls: true,
    async strike(bench, begun) {
      begun();
      await dropEverythingFor(bench, 20_000);
    },
  },
  'silence-20s-unacknowledged': {
    isTls: false,
    isUnacknowledged: true,
    async strike(bench, begun) {
      begun();
      await dropEverythingFor(bench, 20_000);
    },
  },
  'half-open-after-suspend': {
    isTls: false,
    isMachineAsleep: true,
    async strike(bench, begun) {
      const { host, pair, nginx, key } = bench;
      // The machine sleeps; meanwhile the server lets go, and what it says about that is lost on the way.
      await signalHost(host, 'SIGSTOP');
      setFault(pair, 'drop');
      await nginx().dropPublisher(key);
      await delay(12_000);
      setFault(pair, undefined);
      begun();
      await signalHost(host, 'SIGCONT');
      host.tell({ type: 'networkChanged' });
    },
  },
  'dns-gone-20s': {
    isTls: true,
    async strike(bench, begun) {
      const { names, nginx, key } = bench;
      names.isSilent = true;
      begun();
      await nginx().dropPublisher(key);
      await delay(20_000);
      names.isSilent = false;
    },
  },
  'server-restarted': {
    isTls: false,
    async strike(bench, begun) {
      begun();
      const start = await bench.stopNginx();
      await delay(8000);
      await start();
    },
  },
  'tls-handshake-hangs': {
    isTls: true,
    async strike({ nginx }, begun) {
      begun();
      nginx().freeze(true);
      await delay(20_000);
      nginx().freeze(false);
    },
  },
  'certificate-expired': {
    isTls: true,
    async strike({ stopNginx, authority, leaf, host }, begun) {
      const putInPlace = (other: TestLeaf): void => {
        copyFileSync(other.certFile, leaf.certFile);
        copyFileSync(other.keyFile, leaf.keyFile);
      };
      const renewed = authority.issue('valid', ['ingest.test']);
      begun();
      const sinceMs = Date.now();
      const startExpired = await stopNginx();
      putInPlace(authority.issue('expired'));
      await startExpired();
      // It is not tried again by itself: the user does, once the certificate is right.
      await host.event('destinationFailed', sinceMs, 10_000);
      const startRenewed = await stopNginx();
      putInPlace(renewed);
      await startRenewed();
      host.tell({ type: 'retryNow' });
    },
  },
  'key-revoked': {
    isTls: false,
    async strike({ nginx, key, allow, host }, begun) {
      allow(false);
      begun();
      await nginx().dropPublisher(key);
      await delay(6000);
      allow(true);
      host.tell({ type: 'retryNow' });
    },
  },
  'loss-30-percent-20s': {
    isTls: false,
    mayHold: true,
    // The reset that frees the name at nginx may be among the packets lost; it then misses its publisher.
    dropIdleSeconds: 5,
    async strike(bench, begun) {
      begun();
      await dropEverythingFor(bench, 20_000, 'numgen random mod 100 < 30 drop');
    },
  },
  'uplink-100-1-100-mbit': {
    isTls: false,
    mayHold: true,
    async strike({ pair }, begun) {
      begun();
      setUplink(pair, 1000);
      await delay(20_000);
      setUplink(pair, 100_000);
    },
  },
  'address-changed': {
    isTls: false,
    dropIdleSeconds: 5,
    async strike({ pair, nginx, key }, begun) {
      begun();
      changeClientAddress(pair, '10.99.0.77');
      // The new network is there at once; nginx holds the name until it misses its publisher.
      while ((await nginx().publishers()).includes(key)) await delay(100);
    },
  },
};

/** The host runs below `ip netns exec`, which becomes it. */
function signalHost({ child }: StreamingHost, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  return Promise.resolve();
}
