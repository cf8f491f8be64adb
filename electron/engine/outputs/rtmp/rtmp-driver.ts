/** RTMP's driver: the library's own client behind the contract of outputs. */
import { isSameService } from '../../../../shared/destinations/services.ts';
import { codecFourCcs } from '../../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../../shared/encoding/codec.ts';
import { isFlowsAddress } from '../../../../shared/destinations/url.ts';
import { DnsCache } from '../../../rtmp/net/dns-cache.ts';
import { probe } from '../../../rtmp/net/probe.ts';
import { readCodecAnswer } from '../../../rtmp/publisher/codec-offer.ts';
import { openPublisher } from '../../../rtmp/publisher/publisher.ts';
import { readTarget } from '../../../rtmp/publisher/target.ts';
import { probeRtmfp } from '../../../rtmp/rtmfp/net/rtmfp-probe.ts';
import { SOCKET_HIGH_WATER_BYTES } from '../driver.ts';
import type { OutputDriver } from '../driver.ts';

/**
 * How often servers are asked to acknowledge: some ten times a second at usual bitrates. Acknowledgements are the only sign of what
 * arrives; the system's own buffers hide seconds of congestion, and all of a silence.
 */
const ACKNOWLEDGEMENT_BYTES = 32 * 1024;

/** Of the process: the addresses of names survive broadcasts. */
const addresses = new DnsCache();

export const rtmpDriver: OutputDriver = {
  steps: [
    { name: 'dns', awaits: 'network' },
    { name: 'tcp', awaits: 'network' },
    { name: 'tls', awaits: 'greeting' },
    { name: 'handshake', awaits: 'greeting' },
    { name: 'connect', awaits: 'server' },
    { name: 'publish', awaits: 'server' },
  ],

  open: ({ videoCodec, ...options }) =>
    openPublisher({
      ...options,
      isSameService,
      videoFourCc: enhancedCodec(videoCodec),
      addresses,
      // The mark is passed where the link stops sending, so that a drain reports when it may go on.
      highWaterBytes: SOCKET_HIGH_WATER_BYTES - 1,
      windowAckBytes: ACKNOWLEDGEMENT_BYTES,
    }),

  // A probe ends after the handshake, so it costs a server next to nothing.
  probe: (options) =>
    isFlowsAddress(options.url)
      ? probeRtmfp(readTarget(options.url, ''), { ...options, addresses })
      : probe({ ...options, addresses }),

  isCodecUnconfirmed({ serverCapabilities }, videoCodec) {
    const videoFourCc = enhancedCodec(videoCodec);
    return videoFourCc !== undefined && readCodecAnswer(serverCapabilities, videoFourCc) === 'silent';
  },
};

/** H.264 needs no Enhanced RTMP, and a classic server is asked nothing that it does not know. */
function enhancedCodec(videoCodec: VideoCodec): string | undefined {
  return videoCodec === 'h264' ? undefined : codecFourCcs[videoCodec];
}
