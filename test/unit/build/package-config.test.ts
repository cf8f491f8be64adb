/** What is configured for every platform loads and is valid by electron-builder's own schema. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Packager, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { expect, test } from 'vitest';
import { pinnedElectron } from '../../../build/setup/electron.mjs';

const repository = join(import.meta.dirname, '../../..');
const config = createRequire(import.meta.url)('../../../electron-builder.config.cjs') as Configuration;

/** electron-builder writes into the list of files it is given. */
function configWith(added: object): Configuration {
  return { ...config, files: [config.files].flat() as string[], electronVersion: pinnedElectron(), ...added };
}

const platforms: readonly (readonly [name: string, platform: Platform, targets: readonly string[]])[] = [
  ['macOS', Platform.MAC, ['dmg', 'zip']],
  ['Windows', Platform.WINDOWS, ['nsis']],
  ['Linux', Platform.LINUX, ['AppImage', 'deb', 'rpm']],
];

test.each(platforms)('%s', async (_name, platform, targets) => {
  const packager = new Packager({
    projectDir: repository,
    config: configWith({}),
    targets: platform.createTarget(),
  });
  await packager.validateConfig();
  const options = { mac: config.mac, windows: config.win, linux: config.linux }[platform.name];
  const listed = options?.target;
  const names = (Array.isArray(listed) ? listed : [listed]).map((target) =>
    typeof target === 'object' && target !== null ? target.target : target,
  );
  expect(names).toEqual(targets);
});

test('a misspelt option is refused', async () => {
  const packager = new Packager({
    projectDir: repository,
    config: configWith({ aasar: true }),
    targets: Platform.LINUX.createTarget(),
  });
  await expect(packager.validateConfig()).rejects.toThrow('aasar');
});

test('each language of the catalogue has Chromium’s own texts in the package', () => {
  const languages = readdirSync(join(repository, 'shared/text'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2}(-[A-Z]{2})?$/.test(entry.name))
    .map(({ name }) => (name === 'en' ? 'en-US' : name));
  expect(languages).toContain('en-US');
  expect(config.electronLanguages).toEqual(expect.arrayContaining(languages));
});

test('A29: Electron’s own download runs on the oldest Node that Upcast allows', () => {
  // It is a module, which its script requires: Node does that from 20.19 on.
  const { downloadArtifact } = createRequire(createRequire(import.meta.url).resolve('electron/install.js'))(
    '@electron/get',
  ) as { readonly downloadArtifact: unknown };
  expect(downloadArtifact).toBeTypeOf('function');
});
