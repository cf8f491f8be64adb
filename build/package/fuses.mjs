// Electron's fuses: what a packaged app can no longer be talked into, and what the development runtime must allow.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * A shipped app is no Node: no ELECTRON_RUN_AS_NODE, no NODE_OPTIONS, no inspector; it loads its own archive alone.
 * The engine is a utility process, which needs none of these.
 * @param {string} executable
 * @param {string} platform that the package is for, as Node names it
 */
export async function setShippedFuses(executable, platform) {
  await flipFuses(executable, shippedFuses(platform, process.platform));
}

/**
 * @param {string} platform that the package is for, as Node names it
 * @param {string} host that makes it
 * @returns {import('@electron/fuses').FuseConfig}
 */
export function shippedFuses(platform, host) {
  return {
    version: FuseVersion.V1,
    // A Mac with Apple silicon starts no program whose signature is broken, and a fuse that flips breaks it. Signing the
    // package later mends it too; only a Mac can do either.
    resetAdHocDarwinSignature: platform === 'darwin' && host === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    // No page keeps a cookie on the disk, and the key for them would be one more question of the keychain at the start.
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks the archive's hash on macOS and Windows; on Linux this fuse does nothing.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The app protocol serves the page; file:// has no privileges left to lose.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  };
}

/**
 * The stand-in runtime: Playwright drives it through Node's inspector.
 * @param {string} executable
 */
export async function setDevelopmentFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
