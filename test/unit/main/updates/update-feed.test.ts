import { generateKeyPairSync, sign } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { expect, it } from 'vitest';
import { publicKeyOf } from '../../../../build/sign-updates.mjs';
import { feedFileName, feedUrlOf } from '../../../../electron/main/updates/feed-config.ts';
import { installsItself, packageKind } from '../../../../electron/main/updates/package-kind.ts';
import { readFeed } from '../../../../electron/main/updates/read-feed.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const publicKey = publicKeyOf(pem);
const GOOD =
  'version: 1.2.3\nfiles:\n  - url: Upcast.AppImage\n    sha512: abc\n    size: 7\nreleaseNotes: |\n  A line\n';

/** A server that has these files. */
function feedOf(files: Readonly<Record<string, string | Uint8Array>>, key = publicKey) {
  return {
    ...{ url: 'https://feed.example/', publicKey: key },
    parse: (text: string) => parseUpdateInfo(text, 'feed', new URL('file:///feed')),
    fetch: (url: string) => {
      const found = files[url.replace('https://feed.example/', '')];
      return found === undefined ? Promise.reject(new Error('404')) : Promise.resolve(Buffer.from(found));
    },
  };
}

const signed = (text: string): string => sign(null, Buffer.from(text), privateKey).toString('base64');

it('A3: a feed that is signed is read, with its notes', async () => {
  const feed = feedOf({ 'latest-linux.yml': GOOD, 'latest-linux.yml.sig': `${signed(GOOD)}\n` });
  const { info, notes } = await readFeed(feed, 'latest-linux.yml');
  expect(info.version).toBe('1.2.3');
  expect(notes).toBe('A line');
});

it.each([
  [
    'changed after it was signed',
    { 'a.yml': GOOD.replace('abc', 'evil'), 'a.yml.sig': signed(GOOD) },
    'update/not-genuine',
  ],
  ['signed by nobody', { 'a.yml': GOOD, 'a.yml.sig': 'no signature' }, 'update/not-genuine'],
  ['without its signature', { 'a.yml': GOOD }, 'update/unreachable'],
  ['gone', {}, 'update/unreachable'],
  ['signed and no feed', { 'a.yml': '[}', 'a.yml.sig': signed('[}') }, 'update/bad-feed'],
  [
    'signed without a hash',
    { 'a.yml': 'version: 1.0.0', 'a.yml.sig': signed('version: 1.0.0') },
    'update/bad-feed',
  ],
] as const)('A3: a feed that is %s is refused', async (_what, files, code) => {
  await expect(readFeed(feedOf(files), 'a.yml')).rejects.toMatchObject({ code });
});

it('A3: a feed signed with another key is refused, and so is any when the package’s key is none', async () => {
  const other = publicKeyOf(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  );
  for (const key of [other, '', 'AAAA'])
    await expect(
      readFeed(feedOf({ 'a.yml': GOOD, 'a.yml.sig': signed(GOOD) }, key), 'a.yml'),
    ).rejects.toMatchObject({ code: 'update/not-genuine' });
});

it.each([
  ['provider: generic\nurl: https://feed.example/upcast\n', 'https://feed.example/upcast/'],
  ["provider: generic\nurl: 'https://feed.example/'\n", 'https://feed.example/'],
  [
    'owner: upcast\nrepo: upcast\nprovider: github\n',
    'https://github.com/upcast/upcast/releases/latest/download/',
  ],
  ['provider: generic\nurl: http://feed.example/\n', undefined],
  ['provider: generic\nurl: http://127.0.0.1:7000/\n', undefined],
  ['provider: generic\n', undefined],
  ['', undefined],
])('%o leads to %s', (config, url) => {
  expect(feedUrlOf(config, { allowsLoopback: false })).toBe(url);
});

it('a build for tests takes a feed on this computer, and no other without TLS', () => {
  const rules = { allowsLoopback: true };
  expect(feedUrlOf('url: http://127.0.0.1:7000', rules)).toBe('http://127.0.0.1:7000/');
  expect(feedUrlOf('url: http://127.0.0.1.example:7000', rules)).toBeUndefined();
});

it('each system and processor has a file of its own in the feed', () => {
  expect(feedFileName('stable', 'linux', 'x64')).toBe('latest-linux.yml');
  expect(feedFileName('beta', 'linux', 'arm64')).toBe('beta-linux-arm64.yml');
  expect(feedFileName('stable', 'win32', 'x64')).toBe('latest.yml');
  expect(feedFileName('beta', 'darwin', 'arm64')).toBe('beta-mac.yml');
});

it('a package that another program updates is told, and installs nothing itself', () => {
  const kindOf = (platform: NodeJS.Platform, variables: Record<string, string>, packageType?: string) =>
    packageKind({ platform, variables, packageType });
  expect(kindOf('linux', { APPIMAGE: '/a' })).toBe('appimage');
  expect(kindOf('linux', {}, 'deb')).toBe('deb');
  expect(kindOf('linux', {}, 'rpm')).toBe('rpm');
  expect(kindOf('linux', { FLATPAK_ID: 'app.upcast.Upcast', APPIMAGE: '/a' })).toBe('flatpak');
  expect(kindOf('linux', { SNAP: '/snap' })).toBe('snap');
  expect(kindOf('linux', {})).toBe('folder');
  expect(kindOf('win32', {})).toBe('installer');
  expect(kindOf('darwin', {})).toBe('mac');
  expect((['deb', 'rpm', 'flatpak', 'snap', 'folder'] as const).filter(installsItself)).toEqual([]);
});
