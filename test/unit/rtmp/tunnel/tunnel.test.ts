import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../../../shared/bytes.ts';
import { buildTunnelRequest, TunnelRequestReader } from '../../../../electron/rtmp/tunnel/tunnel-request.ts';
import type { TunnelRequest } from '../../../../electron/rtmp/tunnel/tunnel-request.ts';
import {
  buildTunnelData,
  buildTunnelOpen,
  buildTunnelResponse,
  parseTunnelData,
  parseTunnelOpen,
  tunnelPollDelayMs,
  TunnelResponseReader,
} from '../../../../electron/rtmp/tunnel/tunnel-response.ts';

const none = new Uint8Array(0);
const body = Uint8Array.of(3, 13, 10, 13, 10, 0);
const requests: readonly TunnelRequest[] = [
  { type: 'ident' },
  { type: 'open' },
  { type: 'send', sessionId: 'Ab_1-z', sequence: 0, body },
  { type: 'idle', sessionId: 'Ab_1-z', sequence: 1, body: none },
  { type: 'close', sessionId: 'Ab_1-z', sequence: 2, body: none },
];

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

describe('the HTTP tunnel', () => {
  it('carries requests in every split', () => {
    const bytes = concatBytes(requests.map((request) => buildTunnelRequest('h:80', request)));
    for (let at = 0; at <= bytes.length; at += 1) {
      const reader = new TunnelRequestReader();
      expect([...reader.receive(bytes.slice(0, at)), ...reader.receive(bytes.slice(at))]).toEqual(requests);
    }
    const reader = new TunnelRequestReader();
    expect([...bytes].flatMap((byte) => [...reader.receive(Uint8Array.of(byte))])).toEqual(requests);
  });

  it('carries answers', () => {
    const bytes = concatBytes([
      buildTunnelOpen('Ab_1-z'),
      buildTunnelData(3, [body]),
      buildTunnelResponse(404, none),
    ]);
    const reader = new TunnelResponseReader();
    const [open, data, missing] = [...bytes].flatMap((byte) => [...reader.receive(Uint8Array.of(byte))]);
    expect(open && parseTunnelOpen(open)).toBe('Ab_1-z');
    expect(data && parseTunnelData(data)).toEqual({ pollingByte: 3, bytes: body });
    expect(missing).toEqual({ status: 404, body: none });
  });

  it('writes what FFmpeg and librtmp write', () => {
    const [, open] = requests;
    expect(new TextDecoder().decode(buildTunnelRequest('h:80', open ?? { type: 'open' }))).toBe(
      'POST /open/1 HTTP/1.1\r\nHost: h:80\r\nContent-Type: application/x-fcs\r\nUser-Agent: Shockwave Flash\r\n' +
        'Cache-Control: no-cache\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\n\0',
    );
  });

  it('waits as long as the polling byte says, within bounds', () => {
    expect([0, 1, 0x11, 0x21, 0xff].map(tunnelPollDelayMs)).toEqual([10, 16, 272, 500, 500]);
  });

  it.each([
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n',
    'HTTP/1.1 200 OK\r\nno header\r\n\r\n',
    'SSH-2.0\r\n\r\n',
    `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20_000)}`,
  ])('refuses an answer like %j (R59)', (words) => {
    expect(() => [...new TunnelResponseReader().receive(text(words))]).toThrow(/transport\/tunnel-refused/);
  });

  it.each(['', 'a/b\n', 'a\r\nb\n', `${'a'.repeat(65)}\n`, 'a b\n'])('refuses session %j (R59)', (id) => {
    expect(() => parseTunnelOpen({ status: 200, body: text(id) })).toThrow(/transport\/tunnel-refused/);
  });

  it('refuses errors and empty answers (R59)', () => {
    for (const status of [302, 400, 404, 500]) {
      expect(() => parseTunnelOpen({ status, body: text('a\n') })).toThrow(/tunnel-refused/);
      expect(() => parseTunnelData({ status, body })).toThrow(/tunnel-refused/);
    }
    expect(() => parseTunnelData({ status: 200, body: none })).toThrow(/tunnel-refused/);
  });

  it.each([
    'GET /open/1 HTTP/1.1',
    'POST /send/a HTTP/1.1',
    'POST /send/a/x HTTP/1.1',
    'POST /idle/a b/1 HTTP/1.1',
    'POST /x HTTP/1.1',
  ])('refuses the request %j', (line) => {
    expect(() => [...new TunnelRequestReader().receive(text(`${line}\r\n\r\n`))]).toThrow(/tunnel-refused/);
  });

  it('gives the requests that came before a broken one, also when all came at once', () => {
    const given: TunnelRequest[] = [];
    const bytes = concatBytes([
      ...requests.map((request) => buildTunnelRequest('h:80', request)),
      text('no HTTP\r\n\r\n'),
    ]);
    expect(() => {
      for (const request of new TunnelRequestReader().receive(bytes)) given.push(request);
    }).toThrow(/tunnel-refused/);
    expect(given).toEqual(requests);
  });

  it('lets a session send a large body that shows its key in the request before', () => {
    const large = new Uint8Array(100_000);
    let isPublishing = false;
    const reader = new TunnelRequestReader(() => isPublishing);
    const bytes = concatBytes([
      buildTunnelRequest('h:80', { type: 'send', sessionId: 'a', sequence: 0, body }),
      buildTunnelRequest('h:80', { type: 'send', sessionId: 'a', sequence: 1, body: large }),
    ]);
    const lengths: number[] = [];
    for (const request of reader.receive(bytes)) {
      isPublishing = true;
      lengths.push('body' in request ? request.body.length : 0);
    }
    expect(lengths).toEqual([body.length, large.length]);
  });
});
