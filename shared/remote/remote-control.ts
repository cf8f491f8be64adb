/** The remote control as settings, window and server know it: where it listens and how it stands. */
import * as z from 'zod';
import type { ErrorRecord } from '../errors/app-error.ts';

/** Below the ports that systems give to programs for their own connections, which begin at 32768 on Linux. */
export const DEFAULT_REMOTE_PORT = 27_474;

export const remoteSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  /** On the loopback interface; ports below 1024 belong to the system. */
  port: z.number().int().min(1024).max(65_535),
});
export type RemoteSettings = z.infer<typeof remoteSettingsSchema>;

export type RemoteStatus =
  | { readonly phase: 'off' }
  | { readonly phase: 'listening'; readonly port: number }
  | { readonly phase: 'failed'; readonly error: ErrorRecord };
