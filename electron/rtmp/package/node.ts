/**
 * The front door of the package `@upcast/rtmp`: publishing and receiving over sockets in Node, and all of `../index.ts`. Upcast itself
 * imports the files that it needs.
 */
export * from '../index.ts';
export { openPublisher } from '../publisher/publisher.ts';
export { defaultDeadlines } from '../publisher/publisher-types.ts';
export type {
  Publisher,
  PublisherDeadlines,
  PublisherEvent,
  PublisherOptions,
} from '../publisher/publisher-types.ts';
export type { SentPacket } from '../publisher/publish-connection.ts';
export { publishMedia } from '../publisher/publish-media.ts';
export type { SentMedia } from '../publisher/publish-media.ts';
export { readMediaFile } from '../publisher/media-file.ts';
export type { ReadMediaOptions } from '../publisher/media-file.ts';
export type { OnNotice } from '../../media-file/read-flv.ts';
export type { FileNotice, FileNoticeCode } from '../../../shared/media/file-notice.ts';
export { seeVideoCodec } from '../../media-file/video-codec.ts';
export type { SeenCodec } from '../../media-file/video-codec.ts';
export { readCodecAnswer } from '../publisher/codec-offer.ts';
export { DnsCache } from '../net/dns-cache.ts';
export type { KnownAddress } from '../net/dns-cache.ts';
export type { Pacing } from '../net/byte-channel.ts';
export type { TlsSettings } from '../../../shared/network/tls-settings.ts';
export { connectSteps } from '../../../shared/broadcast/state.ts';
export type { ConnectStep, TlsSummary } from '../../../shared/broadcast/state.ts';
export { parseProxyUrl } from '../../../shared/proxy/proxy.ts';
export type { ProxySettings } from '../../../shared/proxy/proxy.ts';
export type { SameService } from '../../../shared/destinations/moved-host.ts';
export type { Disposable } from '../../../shared/disposable.ts';
export { startReceiver } from '../receiver/receiver.ts';
export type { Receiver, ReceiverCertificate, ReceiverOptions } from '../receiver/receiver.ts';
export { startFlowsReceiver } from '../receiver/receiver-flows.ts';
export type { FlowsReceiverOptions } from '../receiver/receiver-flows.ts';
export type { ReceiverEvent, ReceiverSessionsOptions } from '../receiver/receiver-sessions.ts';
export type { PublishPolicy, PublishVerdict } from '../receiver/receiver-session.ts';
export type { Credentials } from '../publisher/authentication.ts';
export type { AuthenticationDemand } from '../receiver/authentication-gate.ts';
export type { ServiceLimits } from '../receiver/rehearsal-collector.ts';
export type { RehearsalProtocol, RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
export type {
  FindingCode,
  FindingDetails,
  FindingFact,
  NoDetails,
  RehearsalFinding,
} from '../../../shared/broadcast/rehearsal-findings.ts';
