/** How the choice of a proxy is saved: never with a password. */
import * as z from 'zod';

/** As it is saved: the address has no user name and no password in it. */
export const ownProxySchema = z.strictObject({
  mode: z.literal('own'),
  url: z.string().min(1).max(512),
  username: z.string().max(255).optional(),
});
export type OwnProxy = z.infer<typeof ownProxySchema>;

export const noProxySchema = z.strictObject({ mode: z.literal('none') });

/** Whatever the system's settings lead through, asked at each start of a stream. */
export const systemProxySchema = z.strictObject({ mode: z.literal('system') });

/** For all destinations; absent: none. */
export const commonProxySchema = z.discriminatedUnion('mode', [systemProxySchema, ownProxySchema]);
export type CommonProxy = z.infer<typeof commonProxySchema>;

/** A destination's. Absent: what holds for all destinations. */
export const destinationProxySchema = z.discriminatedUnion('mode', [
  noProxySchema,
  systemProxySchema,
  ownProxySchema,
]);
export type DestinationProxy = z.infer<typeof destinationProxySchema>;
