/** The transport's publisher as the port that links speak to: which of a server's words are worth showing is decided here. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import { isSameService } from '../../../../shared/destinations/services.ts';
import { codecFourCcs } from '../../../../shared/encoding/codec.ts';
import { AddressBook } from '../../../rtmp/net/address-book.ts';
import { readCodecAnswer } from '../../../rtmp/publisher/codec-offer.ts';
import { knock } from '../../../rtmp/net/knock.ts';
import { openPublisher } from '../../../rtmp/publisher/publisher.ts';
import type { Publisher, PublisherEvent } from '../../../rtmp/publisher/publisher.ts';
import { ACKNOWLEDGEMENT_BYTES, SOCKET_HIGH_WATER_BYTES } from './publisher-port.ts';
import type { OpenPublisher, ProbeServer, PublisherPort, PublisherPortEvent } from './publisher-port.ts';

/** Of the process: where names led survives broadcasts. */
const addresses = new AddressBook();

/** Opens a real connection with the library's own client. */
export const openTransportPublisher: OpenPublisher = async ({ videoCodec, ...options }) => {
  // H.264 needs no Enhanced RTMP, and a classic server is asked nothing that it does not know.
  const videoFourCc = videoCodec === 'h264' ? undefined : codecFourCcs[videoCodec];
  const publisher = await openPublisher({
    ...options,
    isSameService,
    videoFourCc,
    addresses,
    // The mark is passed where the link stops sending, so that a drain is told when it may go on.
    highWaterBytes: SOCKET_HIGH_WATER_BYTES - 1,
    windowAckBytes: ACKNOWLEDGEMENT_BYTES,
  });
  const isCodecUnconfirmed =
    videoFourCc !== undefined && readCodecAnswer(publisher.serverCapabilities, videoFourCc) === 'silent';
  return adaptPublisher(publisher, isCodecUnconfirmed);
};

/** Nothing is said beyond a handshake, so it costs a server next to nothing. */
export const probeTransport: ProbeServer = (options) => knock({ ...options, addresses });

/** A publisher of the transport as the port that links speak to. */
export function adaptPublisher(publisher: Publisher, isCodecUnconfirmed: boolean): PublisherPort {
  return {
    isCodecUnconfirmed,
    send: (packet, timestampMs) => publisher.send(packet, timestampMs),
    ask: (question) => publisher.ask(question),
    get bytesAccepted() {
      return publisher.bytesAccepted;
    },
    get bytesInSocket() {
      return publisher.bytesInSocket;
    },
    get tls() {
      return publisher.tls;
    },
    get localAddress() {
      return publisher.localAddress;
    },
    onDrain: (listener) => publisher.onDrain(listener),
    onEvent: (listener) =>
      publisher.onEvent((event) => {
        const translated = translate(event);
        if (translated) listener(translated);
      }),
    end: (options) => publisher.end(options),
    linger: () => publisher.linger(),
    destroy: () => publisher.destroy(),
  };
}

function translate(event: PublisherEvent): PublisherPortEvent | undefined {
  switch (event.type) {
    case 'acknowledged':
    case 'answered':
      return event;
    case 'statusReceived': {
      const { level, code, description } = event;
      return { type: 'serverSaid', level, code, text: description === '' ? code : description };
    }
    case 'reconnectRequested': {
      const text = event.description === '' ? {} : { text: event.description };
      const url = event.url === undefined ? {} : { url: event.url };
      return { type: 'reconnectRequested', ...url, ...text };
    }
    case 'moveRefused':
      return event;
    case 'unpublished':
    case 'closeRequested': {
      const { code, description } = event;
      return { type: 'serverSaid', level: 'status', code, text: description === '' ? code : description };
    }
    case 'closed': {
      const ended = new AppError('transport/closed', { message: 'The connection was closed on this side.' });
      return { type: 'closed', error: event.error ?? ended };
    }
    default:
      return undefined;
  }
}
