/** Both ends of the handshake, in every kind, against mutated answers of the real other end. */
import { concatBytes } from '../../../shared/bytes.ts';
import { ClientHandshake } from '../../../electron/rtmp/handshake/client-handshake.ts';
import type { ClientHandshakeKind } from '../../../electron/rtmp/handshake/client-handshake.ts';
import { ServerHandshake } from '../../../electron/rtmp/handshake/server-handshake.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { cutInput } from './cut.ts';

const random = (count: number) => Uint8Array.from({ length: count }, (_, index) => (index * 73 + 11) & 0xff);

/** Encrypted ones cost a thousand times the others, so one selector in 32 has them. */
function kindOf(selector: number): ClientHandshakeKind | 'server' {
  if ((selector & 31) === 31) return 'encrypted';
  return (['plain', 'digest', 'server'] as const)[selector % 3] ?? 'plain';
}

function buildSeeds(): Uint8Array[] {
  const seeds: Uint8Array[] = [];
  for (const [kind, selector] of [
    ['plain', 0],
    ['digest', 1],
    ['encrypted', 31],
  ] as const) {
    const client = new ClientHandshake(kind, random);
    const server = new ServerHandshake(random);
    const opening = client.start();
    const answer = concatBytes(server.receive(opening).output);
    const closing = concatBytes(client.receive(answer).output);
    seeds.push(concatBytes([Uint8Array.of(selector << 3), answer]));
    seeds.push(concatBytes([Uint8Array.of((2 << 3) | 6), opening, closing]));
  }
  return seeds;
}

export const target: FuzzTarget = {
  name: 'handshake',
  seeds: buildSeeds(),
  run(input) {
    const { selector, pieces } = cutInput(input);
    const kind = kindOf(selector);
    const end = kind === 'server' ? new ServerHandshake(random) : new ClientHandshake(kind, random);
    if (end instanceof ClientHandshake) end.start();
    let written = 0;
    for (const piece of pieces) {
      const { consumed, output } = end.receive(piece);
      if (consumed > piece.length) throw new Error('the handshake consumed more than it was given');
      if (!end.isDone && consumed < piece.length) throw new Error('the handshake left bytes over');
      written += output.reduce((sum, part) => sum + part.length, 0);
    }
    if (written > 3073) throw new Error('the handshake wrote more than a handshake');
  },
};
