/** The proxy of `live`: from its options, a file, the environment or what is saved, in this order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretRegister } from '../../../electron/log/secret-register.ts';
import { DestinationStore } from '../../../electron/main/destinations/destination-store.ts';
import { parseLiveOptions } from '../../../electron/main/live/options.ts';
import { checkLiveFiles, prepareDestinations } from '../../../electron/main/live/prepare-live.ts';
import { SecretStore } from '../../../electron/settings/secrets.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { cipherKeychain } from '../../support/saved/cipher-keychain.ts';
import { wordsOfRefusal } from '../../support/words-of.ts';
import { noSystemProxy } from '../../support/computer/no-system-proxy.ts';

const PASSWORD = 'pw of proxy 91d4';
const bob = { type: 'socks5', host: 'p.example', port: 1080, username: 'bob' } as const;
let folder = '';
let keyFile = '';
let passwordFile = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-live-proxy-'));
  keyFile = join(folder, 'key.txt');
  passwordFile = join(folder, 'password.txt');
  writeFileSync(keyFile, 'sk-live-1\n');
  writeFileSync(passwordFile, `${PASSWORD}\r\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Routes of: a typed one, a preset without a choice, one that goes directly. */
async function routes(args: readonly string[], variables: Record<string, string>, hasSaved = false) {
  const settings = await SettingsStore.open(folder, () => 7);
  const register = new SecretRegister();
  const secrets = await SecretStore.open(folder, cipherKeychain(), () => 7);
  const destinationStore = new DestinationStore(settings, secrets, register, noSystemProxy);
  const one = { serviceId: 'custom', url: 'rtmps://h/app', isEnabled: true };
  await destinationStore.save(destinationSchema.parse({ ...one, id: 'one', name: 'One' }), { key: 'k1' });
  const direct = { ...one, id: 'direct', name: 'Direct', proxy: { mode: 'none' } };
  await destinationStore.save(destinationSchema.parse(direct), { key: 'k2' });
  if (hasSaved)
    await destinationStore.defaultProxy.save({ mode: 'own', url: 'http://saved.example:3128' }, undefined);
  const to = ['--to', 'rtmps://h/app', '--key-file', keyFile, '--preset', 'One', '--preset', 'Direct'];
  const options = parseLiveOptions([...to, ...args]);
  await checkLiveFiles(options);
  const made = await prepareDestinations(options, destinationStore, register, variables);
  // What is to be sent is registered, so that it's cut from whatever is written.
  if (made.some(({ route }) => route?.password === PASSWORD))
    expect(register.clean(`said ${PASSWORD}`)).not.toContain(PASSWORD);
  return made.map(({ route }) => route);
}

const hosts = (all: readonly (ProxySettings | undefined)[]) => all.map((route) => route?.host);

describe('D8: the proxy of live', () => {
  it('is the one of --proxy, with its password from a file, past what NO_PROXY names', async () => {
    const args = ['--proxy', 'socks5://bob@p.example', '--proxy-password-file', passwordFile];
    const variables = { ALL_PROXY: 'http://other.example:1', NO_PROXY: '.lan' };
    const route = { ...bob, password: PASSWORD, bypass: ['.lan'] };
    expect(await routes(args, variables, true)).toEqual([route, route, undefined]);
  });

  it('is the environment’s without one, else the saved one, and none where that is asked for', async () => {
    expect(hosts(await routes([], { NO_PROXY: '*' }))).toEqual([undefined, undefined, undefined]);
    const variables = { HTTPS_PROXY: 'http://env.example:3128' };
    expect(hosts(await routes([], variables, true))).toEqual(['env.example', 'env.example', undefined]);
    expect(hosts(await routes([], {}, true))).toEqual(['saved.example', 'saved.example', undefined]);
    expect(hosts(await routes(['--proxy', 'none'], variables, true))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    [['--proxy', `socks5://bob:${PASSWORD.replaceAll(' ', '')}@p.example`], /--proxy-password-file FILE/],
    [['--proxy', 'socks5://p.example', '--proxy-password-file', 'f'], /must include a username/],
    [['--proxy-password-file', 'f'], /needs --proxy/],
    [['--proxy', 'none', '--proxy-password-file', 'f'], /needs --proxy/],
    [['--proxy', 'https://p.example'], /TLS to a proxy/],
    [['--proxy', 'socks5://a', '--proxy', 'socks5://b'], /only once/],
    [['--proxy'], /needs a value/],
  ])('%j is refused in words', (args, words) => {
    const parse = () => parseLiveOptions(['--rehearse', ...args]);
    expect(wordsOfRefusal(parse)).toMatch(words);
    expect(wordsOfRefusal(parse)).not.toMatch(/pwofproxy/);
    expect(parse).not.toThrow(/pwofproxy/);
  });

  it.each([
    ['', 'an empty file'],
    ['one\ntwo\n', 'two lines'],
    ['x'.repeat(256), 'too many bytes'],
  ])('a password file that holds %j is refused', async (text) => {
    writeFileSync(passwordFile, text);
    const args = ['--proxy', 'socks5://bob@p.example', '--proxy-password-file', passwordFile];
    await expect(routes(args, {})).rejects.toMatchObject({ code: 'input/bad-file' });
  });

  it('a password in --proxy is taken where the person allows it', () => {
    const options = parseLiveOptions([
      '--rehearse',
      '--key-in-arguments',
      '--proxy',
      'socks5://bob:pw@p.example',
    ]);
    expect(options.proxy).toEqual({ ...bob, password: 'pw' });
  });
});
