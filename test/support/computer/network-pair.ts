/**
 * Two network namespaces joined by a cable: a server's side and a client's, with faults between them made by nftables and tc. Needs
 * root. Names are random, and all of it is removed by `remove`.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

export const SERVER_ADDRESS = '10.99.0.1';
export const CLIENT_ADDRESS = '10.99.0.2';
const CABLE = 'cable0';

export interface NetworkPair {
  readonly server: string;
  readonly client: string;
  remove(): void;
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: 'pipe' });
}

/** The client looks names up at the server's address. */
export function makeNetworkPair(): NetworkPair {
  const id = randomBytes(3).toString('hex');
  const server = `upcast-${id}-s`;
  const client = `upcast-${id}-c`;
  const folder = `/etc/netns/${client}`;
  const remove = (): void => {
    for (const name of [client, server]) {
      try {
        ip('netns', 'del', name);
      } catch {
        // It was never made: what failed before has been told.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const name of [server, client]) ip('netns', 'add', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/resolv.conf`, `nameserver ${SERVER_ADDRESS}\n`);
    ip('link', 'add', CABLE, 'netns', server, 'type', 'veth', 'peer', 'name', CABLE, 'netns', client);
    for (const [name, address] of [
      [server, SERVER_ADDRESS],
      [client, CLIENT_ADDRESS],
    ] as const) {
      ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', CABLE);
      ip('-n', name, 'link', 'set', CABLE, 'up');
      ip('-n', name, 'link', 'set', 'lo', 'up');
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { server, client, remove };
}

/** What happens to packets on the cable, judged in the server's namespace; rules of nftables, for both ways. */
export function setFault(pair: Pick<NetworkPair, 'server'>, rule: string | undefined): void {
  const rules =
    rule === undefined
      ? 'add table inet fault\ndelete table inet fault\n'
      : `add table inet fault
flush table inet fault
table inet fault {
  chain incoming { type filter hook input priority 0; iifname "${CABLE}" ${rule}; }
  chain outgoing { type filter hook output priority 0; oifname "${CABLE}" ${rule}; }
}
`;
  execFileSync('ip', ['netns', 'exec', pair.server, 'nft', '-f', '-'], { input: rules, stdio: 'pipe' });
}

/** Ends every connection between the two with a reset that both sides get. */
export function resetConnections(pair: Pick<NetworkPair, 'server'>): void {
  const established = ['-K', '-t', 'state', 'established', 'src', SERVER_ADDRESS];
  execFileSync('ip', ['netns', 'exec', pair.server, 'ss', ...established], { stdio: 'pipe' });
}

/** What the client may send, kbit/s; a router's queue of 200 ms is in front of it. */
export function setUplink(pair: Pick<NetworkPair, 'client'>, kbps: number): void {
  const shape = ['rate', `${kbps}kbit`, 'burst', '16kb', 'latency', '200ms'];
  execFileSync(
    'ip',
    ['netns', 'exec', pair.client, 'tc', 'qdisc', 'replace', 'dev', CABLE, 'root', 'tbf', ...shape],
    { stdio: 'pipe' },
  );
}

/** The client's machine gets another address in place of its own. */
export function changeClientAddress(pair: Pick<NetworkPair, 'client'>, address: string): void {
  ip('-n', pair.client, 'addr', 'flush', 'dev', CABLE);
  ip('-n', pair.client, 'addr', 'add', `${address}/24`, 'dev', CABLE);
}
