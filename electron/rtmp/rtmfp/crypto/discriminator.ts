/** Endpoint discriminators (RFC 7425 §4.3.3): whom an initiator wants to speak to. */
import { equalBytes } from '../../../../shared/bytes.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { buildOptions, parseOptions } from '../wire/options.ts';
import type { Certificate } from './certificate.ts';

const optionTypes = { hostname: 0x00, ancillary: 0x0a, fingerprint: 0x0f };

/** For a server. `uri` has neither user nor password nor fragment: it travels as good as in the clear. */
export function buildUriDiscriminator(uri: string): Uint8Array {
  return buildOptions([{ type: optionTypes.ancillary, value: encodeUtf8(uri) }]);
}

/** Whether the owner of `certificate` is meant. A fingerprint alone decides; a discriminator of nothing means nobody. */
export function selectsCertificate(discriminator: Uint8Array, certificate: Certificate): boolean {
  const options = parseOptions(discriminator)?.options ?? [];
  const valueOf = (type: number): Uint8Array | undefined =>
    options.find((option) => option.type === type)?.value;
  const fingerprint = valueOf(optionTypes.fingerprint);
  if (fingerprint !== undefined) return equalBytes(fingerprint, certificate.fingerprint);
  const hostname = valueOf(optionTypes.hostname);
  const ancillary = valueOf(optionTypes.ancillary);
  if (hostname === undefined) return ancillary !== undefined && certificate.acceptsAncillary;
  const isHost = certificate.hostname !== undefined && equalBytes(hostname, certificate.hostname);
  return isHost && (ancillary === undefined || certificate.acceptsAncillary);
}
