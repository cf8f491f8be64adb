/**
 * Opens a destination's connection for a program's codec. A service that takes no such codec gets no connection; the driver judges what a
 * server answers.
 */
import { AppError } from '../../../../shared/errors/app-error.ts';
import { servicesOf } from '../../../../shared/destinations/destination-service.ts';
import type { DestinationWithSecrets } from '../../../../shared/destinations/destination.ts';
import { codecNames } from '../../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../../shared/encoding/codec.ts';
import type { OpenOptions, OutputConnection, OutputDriver } from '../driver.ts';

/** What a destination's connection is opened with. */
export interface Opening {
  readonly destination: DestinationWithSecrets;
  readonly videoCodec: VideoCodec;
  readonly driver: OutputDriver;
}

/** Rejects with `rtmp/codec-refused` for a service of the catalogue that takes no such codec, or as the driver does. */
export async function openFor(
  { destination, videoCodec, driver }: Opening,
  address: Pick<OpenOptions, 'url' | 'ownUrl'>,
  more: Pick<OpenOptions, 'signal' | 'onStep'>,
): Promise<OutputConnection> {
  requireCodec(destination, videoCodec);
  const { key, username, password, localAddress, tls, route, trustedHosts = [] } = destination;
  return driver.open({
    ...address,
    trustedHosts,
    streamKey: key,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(localAddress === undefined ? {} : { localAddress }),
    ...(route === undefined ? {} : { proxy: route }),
    tls,
    videoCodec,
    ...more,
  });
}

/** @throws AppError `rtmp/codec-refused` for a service of the catalogue that takes no such codec. */
export function requireCodec(destination: DestinationWithSecrets, videoCodec: VideoCodec): void {
  const service = servicesOf(destination).find(({ codecs }) => !codecs.includes(videoCodec));
  if (service === undefined) return;
  const codec = codecNames[videoCodec];
  const message = `${service.name} takes no ${codec}; H.264 works there`;
  throw new AppError('rtmp/codec-refused', { message, host: service.name, codec });
}

/** True where neither the server nor the catalogue of services says that the codec is taken. */
export function isCodecDoubtful(
  { destination, videoCodec, driver }: Opening,
  connection: OutputConnection,
): boolean {
  if (!driver.isCodecUnconfirmed(connection, videoCodec)) return false;
  return !servicesOf(destination).some(({ codecs }) => codecs.includes(videoCodec));
}
