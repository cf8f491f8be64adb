/** Probes a server of RTMFP: whether it answers a hello. It keeps nothing of that, and nobody is named. */
import { movedElsewhere } from '../../publisher/redirection.ts';
import { findAddresses } from '../../net/dial.ts';
import type { ProbeOptions } from '../../net/probe.ts';
import type { Target } from '../../publisher/target.ts';
import { askServer } from './client-session.ts';
import { openUri } from './rtmfp-connection.ts';

/** @throws AppError `transport/*`, `internal/aborted`; `transport/timeout` where nothing answers. */
export async function probeRtmfp(
  { host, port, tcUrl }: Target,
  {
    localAddress,
    proxy,
    addresses,
    deadlineMs,
    signal,
  }: Omit<ProbeOptions, 'url' | 'isAnswerWanted' | 'tls'>,
): Promise<void> {
  const deadlines = { dnsMs: deadlineMs };
  const found = await findAddresses({
    ...{ host, port, isTls: false, localAddress, proxy, addresses, deadlines, signal },
  });
  await askServer({
    ...{ host, port, uri: openUri(tcUrl), addresses: found, localAddress, deadlineMs, signal },
    mayMoveTo: () => false,
    moveRefused: (elsewhere) => movedElsewhere(host, elsewhere),
  });
}
