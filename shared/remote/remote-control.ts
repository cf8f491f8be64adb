/** The remote control as settings, window and server know it: where it listens, how it stands, what it asks the window. */
import { z } from 'zod';
import type { ErrorRecord } from '../errors/app-error.ts';

export const DEFAULT_REMOTE_PORT = 47_474;

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

/** The window answers with the same `requestId`. */
export interface RemoteStartRequest {
  readonly requestId: number;
  /** As the window has it chosen when absent. */
  readonly isRehearsal?: boolean;
}
