/** The command object of a publisher's `connect` (RTMP 1.0 §7.2.1.1), with Enhanced RTMP's properties where they are wanted. Pure. */
import { amfObject } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import { capabilityProperties } from '../capabilities.ts';
import type { PublishSessionOptions } from './publish-session-types.ts';

export function connectObject(options: PublishSessionOptions): AmfValue {
  const { app, tcUrl, flashVer, swfUrl, capabilities } = options;
  return amfObject({
    app,
    type: 'nonprivate',
    flashVer: flashVer ?? 'FMLE/3.0 (compatible; Upcast)',
    swfUrl: swfUrl ?? tcUrl,
    tcUrl,
    ...(capabilities && capabilityProperties(capabilities)),
  });
}
