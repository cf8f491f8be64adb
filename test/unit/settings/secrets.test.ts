import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { cipherKeychain } from '../../support/saved/cipher-keychain.ts';

const KEY = 'live_271828_s3cr3tK3y';
let folder = '';
const now = (): number => 7;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function everyFile(): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => readFileSync(join(folder, String(name)), 'latin1'))
    .join('\n');
}

test('with a keychain a key survives the run and stands in no file in the clear', async () => {
  const chain = cipherKeychain();
  const store = await SecretStore.open(folder, chain, now);
  await store.set('one', { key: KEY, password: 'hunter2hunter2' });
  expect(everyFile()).not.toContain(KEY);
  const again = await SecretStore.open(folder, chain, now);
  expect(again.get('one')).toEqual({ key: KEY, password: 'hunter2hunter2' });
  expect(again.values()).toEqual([KEY, 'hunter2hunter2']);
});

test('without a keychain a key is kept for this run only and no file is made', async () => {
  const store = await SecretStore.open(folder, cipherKeychain(undefined, false), now);
  await store.set('one', { key: KEY });
  expect(store.hasKeychain).toBe(false);
  expect(store.get('one').key).toBe(KEY);
  expect(readdirSync(folder)).toEqual([]);
  expect((await SecretStore.open(folder, cipherKeychain(undefined, false), now)).get('one')).toEqual({});
});

test('an empty record removes what was kept', async () => {
  const chain = cipherKeychain();
  const store = await SecretStore.open(folder, chain, now);
  await store.set('one', { key: KEY });
  await store.set('one', {});
  expect((await SecretStore.open(folder, chain, now)).get('one')).toEqual({});
});

test('what another keychain sealed is kept aside and said, without a word of its content', async () => {
  const store = await SecretStore.open(folder, cipherKeychain(), now);
  await store.set('one', { key: KEY });
  const other = await SecretStore.open(folder, cipherKeychain(), now);
  expect(other.problem?.code).toBe('settings/corrupt');
  expect(other.problem?.cause).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['secrets.bin.bad-7']);
});

test('keys that cannot be opened nor moved are never written over, and that is said', async () => {
  await (await SecretStore.open(folder, cipherKeychain(), now)).set('one', { key: KEY });
  const before = readFileSync(join(folder, 'secrets.bin'));
  mkdirSync(join(folder, 'secrets.bin.bad-7'));
  const other = await SecretStore.open(folder, cipherKeychain(), now);
  await expect(other.set('two', { key: 'another-key' })).rejects.toMatchObject({
    code: 'settings/write-failed',
    details: { reason: 'keysStuck', file: 'secrets.bin' },
  });
  expect(other.get('two').key).toBe('another-key');
  expect(readFileSync(join(folder, 'secrets.bin')).equals(before)).toBe(true);
});

test('with the keychain away the file is left as it is', async () => {
  const chain = cipherKeychain();
  await (await SecretStore.open(folder, chain, now)).set('one', { key: KEY });
  const before = readFileSync(join(folder, 'secrets.bin'));
  const without = await SecretStore.open(folder, cipherKeychain(undefined, false), now);
  await without.set('two', { key: 'another-key' });
  expect(readFileSync(join(folder, 'secrets.bin')).equals(before)).toBe(true);
});

test('a file that is no record of ours is kept aside', async () => {
  const chain = cipherKeychain();
  writeFileSync(join(folder, 'secrets.bin'), await chain.seal('"text"'));
  expect((await SecretStore.open(folder, chain, now)).problem?.code).toBe('settings/corrupt');
});

test('a keychain that refuses once leaves the file as it is; keys are kept for the run, and the next start finds what was saved', async () => {
  const chain = cipherKeychain();
  await (await SecretStore.open(folder, chain, now)).set('one', { key: KEY });
  const before = readFileSync(join(folder, 'secrets.bin'));
  const denied = (): Promise<never> => Promise.reject(new Error('the user denied access'));
  const refused = await SecretStore.open(folder, { ...chain, open: denied, seal: denied }, now);
  expect(refused.problem).toMatchObject({ code: 'settings/keys-locked' });
  expect(refused.hasKeychain).toBe(false);
  await refused.set('two', { key: 'another-key' });
  expect(refused.get('two').key).toBe('another-key');
  expect(readdirSync(folder)).toEqual(['secrets.bin']);
  expect(readFileSync(join(folder, 'secrets.bin')).equals(before)).toBe(true);
  const again = await SecretStore.open(folder, chain, now);
  expect(again.problem).toBeUndefined();
  expect(again.get('one').key).toBe(KEY);
});

test('a file that cannot be read once is left where it is', async () => {
  mkdirSync(join(folder, 'secrets.bin'));
  const store = await SecretStore.open(folder, cipherKeychain(), now);
  expect(store.problem?.code).toBe('settings/keys-locked');
  await store.set('one', { key: KEY });
  expect(readdirSync(folder)).toEqual(['secrets.bin']);
});

test('a keychain that refuses to seal is told, and what was saved stays', async () => {
  const chain = cipherKeychain();
  let isRefusing = false;
  const moody = {
    ...chain,
    seal: (text: string): Promise<Uint8Array> =>
      isRefusing ? Promise.reject(new Error('locked')) : chain.seal(text),
  };
  const store = await SecretStore.open(folder, moody, now);
  await store.set('one', { key: KEY });
  isRefusing = true;
  await expect(store.set('two', { key: 'another-key' })).rejects.toMatchObject({
    code: 'settings/write-failed',
  });
  isRefusing = false;
  expect((await SecretStore.open(folder, chain, now)).get('one').key).toBe(KEY);
});
