/**
 * Seals the keys of a preset file with a passphrase: scrypt, then AES-256-GCM over the secrets, with everything else of the
 * file authenticated, so that no key can be led to another server. Costs are bounded by the file's schema before any is paid.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error.ts';
import { texts } from '../../shared/text/text.ts';
import {
  MAX_SCRYPT_BYTES,
  PRESET_FILE_FORMAT,
  PRESET_FILE_VERSION,
  presetSecretsSchema,
} from '../../shared/destinations/preset-file.ts';
import type {
  Preset,
  PresetFile,
  PresetSecrets,
  SealedSecrets,
} from '../../shared/destinations/preset-file.ts';

/** 128 MiB and about a third of a second on a desktop computer. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const CHECK_BYTES = 16;
const TAG_BYTES = 16;

type Kdf = Pick<SealedSecrets['kdf'], 'N' | 'r' | 'p' | 'salt'>;

async function derive(passphrase: string, kdf: Kdf): Promise<{ key: Buffer; check: Buffer }> {
  // The same letters can be typed in two ways; NFKC makes them one.
  const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const options = { N: kdf.N, r: kdf.r, p: kdf.p, maxmem: MAX_SCRYPT_BYTES + 128 * kdf.r * kdf.p + 65_536 };
  const derived = await new Promise<Buffer>((resolve, reject) => {
    scrypt(text, Buffer.from(kdf.salt, 'base64'), KEY_BYTES + CHECK_BYTES, options, (error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(new AppError('internal/bug', { message: 'the passphrase could not be worked out' }, error));
    });
  });
  text.fill(0);
  return { key: derived.subarray(0, KEY_BYTES), check: derived.subarray(KEY_BYTES) };
}

/** What is authenticated: the file without `secrets.data`, as minimal JSON with its members in the file's order. */
function authenticated(raw: object): Buffer {
  const { secrets, ...rest } = raw as { readonly secrets: object };
  const { data: _data, ...header } = secrets as { readonly data: string };
  return Buffer.from(JSON.stringify({ ...rest, secrets: header }), 'utf8');
}

export async function sealPresets(
  destinations: readonly Preset[],
  secrets: PresetSecrets,
  passphrase: string,
): Promise<PresetFile> {
  const cost = { ...COST, salt: randomBytes(16).toString('base64') };
  const { key, check } = await derive(passphrase, cost);
  const nonce = randomBytes(12);
  const unsealed = {
    format: PRESET_FILE_FORMAT,
    version: PRESET_FILE_VERSION,
    destinations: [...destinations],
    secrets: {
      kdf: { name: 'scrypt', ...cost, check: check.toString('base64') },
      cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64') },
      data: '',
    },
  } as const satisfies PresetFile;
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(authenticated(unsealed));
  const body = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  const data = Buffer.concat([body, cipher.getAuthTag()]).toString('base64');
  key.fill(0);
  return { ...unsealed, secrets: { ...unsealed.secrets, data } };
}

/**
 * @param raw the file as `JSON.parse` gave it: its order counts.
 * @param sealed the same file's secrets, checked against the schema.
 * @throws AppError `settings/wrong-passphrase`; `input/bad-file` when the file was damaged or changed.
 */
export async function openSealed(
  raw: object,
  sealed: SealedSecrets,
  passphrase: string,
): Promise<PresetSecrets> {
  const { key, check } = await derive(passphrase, sealed.kdf);
  if (!timingSafeEqual(check, Buffer.from(sealed.kdf.check, 'base64')))
    throw new AppError('settings/wrong-passphrase');
  const data = Buffer.from(sealed.data, 'base64');
  if (data.length < TAG_BYTES) throw damaged();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.cipher.nonce, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(authenticated(raw));
    decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
    const body = Buffer.concat([
      decipher.update(data.subarray(0, data.length - TAG_BYTES)),
      decipher.final(),
    ]);
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    body.fill(0);
    return presetSecretsSchema.parse(parsed);
  } catch {
    // The cause is left out on purpose: what a JSON error quotes may be a key.
    throw damaged();
  } finally {
    key.fill(0);
  }
}

function damaged(): AppError {
  return new AppError('input/bad-file', {
    message: texts.presetFile.changedKeys,
  });
}
