/** The HTTP tunnel, requests and answers. */
import { concatBytes } from '../../../shared/bytes.ts';
import { buildTunnelRequest, TunnelRequestReader } from '../../../electron/rtmp/tunnel/tunnel-request.ts';
import {
  buildTunnelData,
  buildTunnelOpen,
  buildTunnelResponse,
  parseTunnelData,
  parseTunnelOpen,
  tunnelPollDelayMs,
  TunnelResponseReader,
} from '../../../electron/rtmp/tunnel/tunnel-response.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { cutInput } from './cut.ts';

const body = Uint8Array.of(3, 0, 0, 0, 13, 10, 13, 10);
const session = { sessionId: 'Ab-1_z', sequence: 7, body };

function withSelector(selector: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes([Uint8Array.of(selector), ...parts]);
}

const requests = [
  buildTunnelRequest('h:80', { type: 'ident' }),
  buildTunnelRequest('h:80', { type: 'open' }),
  buildTunnelRequest('h:80', { type: 'send', ...session }),
  buildTunnelRequest('h:80', { type: 'close', ...session }),
];
const responses = [buildTunnelOpen('Ab-1_z'), buildTunnelData(3, [body]), buildTunnelResponse(404, body)];

export const target: FuzzTarget = {
  name: 'tunnel',
  seeds: [0, 1, 3].flatMap((cut) => [
    withSelector(cut, ...requests),
    withSelector((1 << 3) | cut, ...responses),
  ]),
  run(input) {
    const { selector, pieces } = cutInput(input);
    if ((selector & 1) === 0) {
      const reader = new TunnelRequestReader();
      for (const piece of pieces) {
        Array.from(reader.receive(piece));
        if (reader.bufferedBytes > input.length) throw new Error('the reader holds more than it was given');
      }
      return;
    }
    const reader = new TunnelResponseReader();
    for (const piece of pieces) {
      for (const response of reader.receive(piece)) {
        if ((selector & 2) !== 0) parseTunnelOpen(response);
        else tunnelPollDelayMs(parseTunnelData(response).pollingByte);
      }
    }
  },
};
