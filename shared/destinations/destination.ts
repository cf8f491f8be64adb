/**
 * A destination preset as it is saved and as the window sees it: never with its key.
 * Keys and passwords live in the keychain under the destination's id.
 */
import * as z from 'zod';
import { destinationProxySchema } from '../proxy/proxy-schema.ts';
import type { DestinationSecrets } from './destination-secrets.ts';
import { keptNameSchema } from './name.ts';
import type { ProxySettings } from '../proxy/proxy.ts';
import type { TlsSettings } from '../network/tls-settings.ts';

/** Hosts that an owner allowed, per destination. */
export const MAX_TRUSTED_HOSTS = 16;

export const tlsSettingsSchema = z.strictObject({
  /** One more certificate authority, PEM text; added to the system's, never instead. */
  extraAuthorityPem: z.string().max(64_000).optional(),
  /** Lower-case hex SHA-256 of the leaf certificate; checked besides the chain, never instead. */
  pinnedSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  minimumVersion: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2'),
}) satisfies z.ZodType<TlsSettings>;

export const destinationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: keptNameSchema,
  /** Id in the service catalogue, or `custom`. */
  serviceId: z.string().max(64),
  /** A relay's: ids in the catalogue of the services behind it, whose limits hold for what is sent to it. */
  relayedServiceIds: z.array(z.string().max(64)).max(50).optional(),
  /** Server address without the key, e.g. `rtmps://host:443/app`. */
  url: z.string().max(2048),
  /** Server to go to when the first is lost; same key. */
  backupUrl: z.string().max(2048).optional(),
  /** `failover`: only when the first is lost; `both`: sent to at the same time. */
  backupMode: z.enum(['failover', 'both']).default('failover'),
  isEnabled: z.boolean(),
  /** True when a key is in the keychain (or held for this run). */
  hasKey: z.boolean().default(false),
  /** For authmod (Adobe, Limelight); the password is a secret like the key. */
  username: z.string().max(256).optional(),
  hasPassword: z.boolean().default(false),
  /** True when a part of the server's address is in the keychain; see `server-secret.ts`. */
  hasServerSecret: z.boolean().optional(),
  hasBackupSecret: z.boolean().optional(),
  tls: tlsSettingsSchema.prefault({}),
  /** Local address to send from; the system's choice when absent. */
  localAddress: z.string().max(64).optional(),
  /** What connections to it go through; what holds for all destinations when absent. */
  proxy: destinationProxySchema.optional(),
  /** True when its password is in the keychain (or held for this run). */
  hasProxyPassword: z.boolean().optional(),
  /** Hosts that the server may send this stream to; only main adds one, after its owner said yes. */
  trustedHosts: z.array(z.string().max(255)).max(MAX_TRUSTED_HOSTS).optional(),
});
export type Destination = z.infer<typeof destinationSchema>;

/** Which secrets there are, for the window. */
export function secretFlags(
  secrets: DestinationSecrets,
): Pick<Destination, 'hasKey' | 'hasPassword' | 'hasServerSecret' | 'hasBackupSecret' | 'hasProxyPassword'> {
  return {
    hasKey: secrets.key !== undefined,
    hasPassword: secrets.password !== undefined,
    hasServerSecret: secrets.serverSecret === undefined ? undefined : true,
    hasBackupSecret: secrets.backupSecret === undefined ? undefined : true,
    hasProxyPassword: secrets.proxyPassword === undefined ? undefined : true,
  };
}

/** A destination with its secrets, as main hands it to the engine. Never logged, never sent to the renderer. */
export interface DestinationWithSecrets extends Destination, DestinationSecrets {
  readonly key: string;
  /** The proxy to go through, its password included; main works it out of `proxy` and what holds for all. */
  readonly route?: ProxySettings;
}
