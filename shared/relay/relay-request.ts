/** What the window asks for when a relay is to be written, and what it hears back: no key in either. */
import * as z from 'zod';
import type { RelayRefusal } from './relay-config.ts';
import type { RelayStep } from './relay-guide.ts';

const path = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^\u0000-\u001f\u007f]+$/);

export const relayRequestSchema = z.strictObject({
  destinationIds: z.array(z.string().max(64)).min(1).max(50),
  /** Name or IPv4 address under which Upcast reaches the relay. */
  host: z
    .string()
    .max(253)
    .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/),
  port: z.number().int().min(1).max(65_535),
  /** The relay's own, for RTMPS to it; paths on its machine. */
  certificate: z.strictObject({ certificatePath: path, keyPath: path }).optional(),
});
export type RelayRequest = z.infer<typeof relayRequestSchema>;

export interface WrittenRelay {
  readonly folder: string;
  readonly url: string;
  readonly isLocal: boolean;
  readonly pushedTo: readonly string[];
  readonly refusals: readonly RelayRefusal[];
  readonly steps: readonly RelayStep[];
}
