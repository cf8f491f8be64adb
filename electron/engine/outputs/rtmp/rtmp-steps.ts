/** The steps of opening an RTMP connection, in order, and what each waits for. */
import type { ConnectStep } from '../../../../shared/broadcast/state.ts';
import type { Opening } from '../../health/opening.ts';

export const rtmpSteps: Readonly<Record<ConnectStep, Opening['awaits']>> = {
  dns: 'network',
  tcp: 'network',
  tls: 'greeting',
  handshake: 'greeting',
  connect: 'server',
  publish: 'server',
};
