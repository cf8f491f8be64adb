/**
 * The file that presets travel in (docs/preset-file.md): destinations in the clear, their keys absent or sealed with a
 * passphrase. The form only; sealing is `electron/settings/preset-seal.ts`.
 */
import * as z from 'zod';
import { destinationSchema } from './destination.ts';
import type { DestinationSecrets } from './destination-secrets.ts';
import { MAX_SERVER_SECRET_LENGTH, SERVER_SECRET } from './server-secret.ts';

/** A destination of no service in the catalogue. */
export const CUSTOM_SERVICE_ID = 'custom';

export const PRESET_FILE_FORMAT = 'upcast-presets';
export const PRESET_FILE_VERSION = 1;
export const MAX_PRESETS = 100;
/** A hundred presets with a certificate of 4 KB each fit well within; a larger file would hold main while it is parsed. */
export const MAX_PRESET_FILE_BYTES = 1_000_000;
export const MIN_PASSPHRASE_LENGTH = 8;

/** What is carried of a destination: all but what this computer alone knows. */
export const presetSchema = destinationSchema.omit({
  id: true,
  isEnabled: true,
  hasKey: true,
  hasPassword: true,
  hasServerSecret: true,
  hasBackupSecret: true,
  hasProxyPassword: true,
});
export type Preset = z.infer<typeof presetSchema>;

function base64(bytes: number): z.ZodString {
  return z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .length(Math.ceil(bytes / 3) * 4);
}

/** scrypt needs `128 * N * r` bytes; a file may ask for no more than this. */
export const MAX_SCRYPT_BYTES = 256 * 1024 * 1024;

export const sealedSecretsSchema = z.strictObject({
  kdf: z
    .strictObject({
      name: z.literal('scrypt'),
      N: z
        .number()
        .int()
        .min(2 ** 14)
        .max(2 ** 18)
        .refine((n) => Number.isInteger(Math.log2(n))),
      r: z.number().int().min(1).max(16),
      p: z.number().int().min(1).max(4),
      salt: base64(16),
      /** Tells a wrong passphrase from a damaged file. */
      check: base64(16),
    })
    .refine(({ N, r }) => 128 * N * r <= MAX_SCRYPT_BYTES),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: base64(12) }),
  /** Ciphertext with the 16 byte tag behind it. */
  data: z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .max(2_000_000),
});
export type SealedSecrets = z.infer<typeof sealedSecretsSchema>;

export const presetFileSchema = z.strictObject({
  format: z.literal(PRESET_FILE_FORMAT),
  version: z.literal(PRESET_FILE_VERSION),
  destinations: z.array(presetSchema).max(MAX_PRESETS),
  secrets: sealedSecretsSchema.optional(),
});
export type PresetFile = z.infer<typeof presetFileSchema>;

const serverSecretSchema = z.string().max(MAX_SERVER_SECRET_LENGTH).regex(SERVER_SECRET);

/** What is sealed: the secrets by the place of their destination in the file. */
export const presetSecretsSchema = z
  .array(
    z.strictObject({
      index: z
        .number()
        .int()
        .min(0)
        .max(MAX_PRESETS - 1),
      key: z.string().max(4096).optional(),
      password: z.string().max(4096).optional(),
      serverSecret: serverSecretSchema.optional(),
      backupSecret: serverSecretSchema.optional(),
      proxyPassword: z.string().max(255).optional(),
    }),
  )
  .max(MAX_PRESETS);
export type PresetSecrets = z.infer<typeof presetSecretsSchema>;

/** One of the file, before it is added; the secrets stay in main. */
export interface ImportedPreset extends DestinationSecrets {
  readonly preset: Preset;
}

/** What the window may see of a file that was opened. */
export interface ImportPreview {
  readonly fileName: string;
  readonly origin: 'upcast' | 'obs' | 'list';
  /** The keys are in the file, behind a passphrase that was not given yet. */
  readonly isLocked: boolean;
  readonly entries: readonly ImportPreviewEntry[];
  /** What could not be taken over, in words, e.g. `Line 3: …`. */
  readonly problems: readonly string[];
}

export interface ImportPreviewEntry {
  readonly name: string;
  readonly host: string;
  readonly isTls: boolean;
  readonly hasKey: boolean;
  /** What else it brings that directs a key or a connection, one sentence each; such an entry is not chosen beforehand. */
  readonly brings: readonly string[];
  /** The name of the one that is the same: the same server and key. */
  readonly duplicateOf?: string;
}
