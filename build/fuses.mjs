// Electron's fuses: what a packaged app can no longer be talked into, and what the development runtime must allow.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * A shipped app is no Node: no ELECTRON_RUN_AS_NODE, no NODE_OPTIONS, no inspector; it loads its own archive alone.
 * The engine is a utility process, which needs none of these.
 * @param {string} executable
 */
export async function setShippedFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks the archive's hash on macOS and Windows; on Linux this fuse does nothing.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: process.platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The app protocol serves the page; file:// has no privileges left to lose.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
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
