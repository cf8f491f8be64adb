/** The transport's publisher as the port that a destination link drives, and a counter of the media that goes out. */
import { Emitter } from '../../shared/emitter.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { OpenPublisherOptions, PublisherEvent, PublisherPort } from '../broadcast/publisher-port.ts';
import type { MediaPacket } from '../protocol/flv/packet.ts';
import { openPublisher, resolveServerUrl } from '../transport/publisher.ts';
import type { Publisher, PublisherEvent as TransportEvent } from '../transport/publisher.ts';

/** `onSent` hears of every packet that is handed to a connection. */
export async function openAdaptedPublisher(
  options: OpenPublisherOptions,
  onSent: (packet: MediaPacket) => void,
): Promise<PublisherPort> {
  const publisher = await openPublisher({
    url: options.url,
    streamKey: options.streamKey,
    username: options.username,
    password: options.password,
    tls: options.tls,
    localAddress: options.localAddress,
    signal: options.signal,
    onStep: options.onStep,
  });
  return adapt(publisher, onSent);
}

function adapt(publisher: Publisher, onSent: (packet: MediaPacket) => void): PublisherPort {
  const onEvent = new Emitter<PublisherEvent>();
  let isEnding = false;
  publisher.onDrain(() => onEvent.emit({ type: 'drained' }));
  publisher.onEvent((event) => {
    const translated = translate(event, publisher.tcUrl);
    if (translated === undefined || (isEnding && translated.type === 'closed')) return;
    onEvent.emit(translated);
  });
  return {
    send: (packet) => {
      publisher.send(packet);
      onSent(packet);
    },
    // The port counts what it was given; the publisher what the system took of it.
    get bytesAccepted() {
      return publisher.bytesAccepted + publisher.bytesInSocket;
    },
    get bytesInSocket() {
      return publisher.bytesInSocket;
    },
    onEvent,
    tls: publisher.tls,
    end: async ({ deadlineMs }) => {
      isEnding = true;
      await publisher.end({ deadlineMs });
    },
    destroy: () => {
      isEnding = true;
      publisher.destroy();
    },
  };
}

/** `undefined` for what no link acts upon. */
function translate(event: TransportEvent, tcUrl: string): PublisherEvent | undefined {
  switch (event.type) {
    case 'acknowledged':
      return { type: 'acknowledged', totalBytes: event.totalBytes };
    case 'statusReceived':
      return { type: 'serverSaid', level: event.level, code: event.code, text: event.description };
    case 'closeRequested':
      return { type: 'serverSaid', level: 'warning', code: event.code, text: event.description };
    case 'reconnectRequested':
      return {
        type: 'reconnectRequested',
        ...(event.tcUrl === undefined ? {} : { url: resolveServerUrl(tcUrl, event.tcUrl) }),
        ...(event.description === '' ? {} : { text: event.description }),
      };
    case 'closed':
      return {
        type: 'closed',
        error: event.error ?? new AppError('transport/closed', { message: 'the connection was closed' }),
      };
    case 'pingAnswered':
    case 'chunkSizeChanged':
    case 'peerBandwidthChanged':
    case 'unpublished':
    case 'messageIgnored':
      return undefined;
  }
}
