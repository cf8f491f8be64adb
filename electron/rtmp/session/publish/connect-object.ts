/** The command object of a publisher's `connect` (RTMP 1.0 §7.2.1.1), with Enhanced RTMP's properties where they are wanted. Pure. */
import { amfObject } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import { capabilityProperties } from '../capabilities.ts';
import type { PublishSessionOptions } from './publish-session-types.ts';

/** @param more what the carrier of the session wants said. */
export function connectObject(
  options: PublishSessionOptions,
  more: Readonly<Record<string, AmfValue>> = {},
): AmfValue {
  const { app, tcUrl, flashVer, swfUrl, capabilities } = options;
  return amfObject({
    app,
    type: 'nonprivate',
    flashVer: flashVer ?? 'FMLE/3.0 (compatible; Upcast)',
    swfUrl: swfUrl ?? tcUrl,
    tcUrl,
    ...more,
    ...(capabilities && capabilityProperties(capabilities)),
  });
}
