// What a release adds to electron-builder.config.cjs, and what it refuses to be made without. Pure.

/** @typedef {import('electron-builder').Configuration} Configuration */

const APPLE = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];
const AZURE_ACCOUNT = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'];
const AZURE_PROFILE = [
  'UPCAST_AZURE_ENDPOINT',
  'UPCAST_AZURE_ACCOUNT',
  'UPCAST_AZURE_PROFILE',
  'UPCAST_AZURE_PUBLISHER',
];

/** The public key of the updater's lists: 32 bytes in Base64. */
const UPDATE_KEY = /^[A-Za-z0-9+/]{43}=$/;

/** @param {NodeJS.ProcessEnv} env */
export function isRelease(env) {
  return env['UPCAST_RELEASE'] === '1';
}

/**
 * The repository that publishes: installers name it as their home, and look there for updates.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ owner: string, repo: string } | undefined}
 */
export function publishingRepository(env) {
  const [, owner, repo] =
    /^([\w.-]+)\/([\w.-]+)$/.exec(env['UPCAST_REPOSITORY'] || env['GITHUB_REPOSITORY'] || '') ?? [];
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}

/**
 * The variables that installers lack; a release needs its signatures besides.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function missingForInstallers(platform, env) {
  const missing = publishingRepository(env) === undefined ? ['UPCAST_REPOSITORY (owner/name)'] : [];
  if (!isRelease(env)) return missing;
  if (!UPDATE_KEY.test(env['UPCAST_UPDATE_KEY'] ?? ''))
    missing.push('UPCAST_UPDATE_KEY (Base64 of 32 bytes)');
  const needed = { darwin: APPLE, win32: [...AZURE_ACCOUNT, ...AZURE_PROFILE] };
  const names = platform === 'darwin' || platform === 'win32' ? needed[platform] : [];
  return [...missing, ...names.filter((name) => !env[name])];
}

/**
 * @param {Configuration} config
 * @param {NodeJS.ProcessEnv} env
 * @returns {Configuration} of installers: where they come from, and for a release that nothing leaves unsigned
 */
export function installerConfig(config, env) {
  const repository = publishingRepository(env);
  const home =
    repository === undefined ? undefined : `https://github.com/${repository.owner}/${repository.repo}`;
  const azure = azureSignOptions(env);
  const updateKey = env['UPCAST_UPDATE_KEY'];
  return {
    ...config,
    extraMetadata: {
      ...(home === undefined ? {} : { homepage: home }),
      // Without it the app looks for no updates.
      ...(updateKey === undefined || updateKey === '' ? {} : { updateKey }),
    },
    ...(repository === undefined
      ? {}
      : { publish: [{ provider: 'github', ...repository, releaseType: 'draft' }] }),
    forceCodeSigning: isRelease(env),
    mac: { ...config.mac, notarize: isRelease(env) || APPLE.every((name) => Boolean(env[name])) },
    win: { ...config.win, ...(azure === undefined ? {} : { azureSignOptions: azure }) },
  };
}

/** @param {NodeJS.ProcessEnv} env */
function azureSignOptions(env) {
  if (![...AZURE_ACCOUNT, ...AZURE_PROFILE].every((name) => Boolean(env[name]))) return undefined;
  return {
    endpoint: env['UPCAST_AZURE_ENDPOINT'] ?? '',
    codeSigningAccountName: env['UPCAST_AZURE_ACCOUNT'] ?? '',
    certificateProfileName: env['UPCAST_AZURE_PROFILE'] ?? '',
    publisherName: env['UPCAST_AZURE_PUBLISHER'] ?? '',
  };
}

/**
 * The systems and processors that a configuration makes installers for, such as `win32-arm64`.
 * @param {Configuration} config
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
export function targetsOf(config, platform) {
  const options = { darwin: config.mac, win32: config.win, linux: config.linux };
  const listed =
    platform === 'darwin' || platform === 'win32' || platform === 'linux' ? options[platform]?.target : [];
  const processors = [listed ?? []].flat().flatMap((target) => {
    const arch = typeof target === 'string' ? [] : target.arch;
    return [arch ?? []].flat();
  });
  return [...new Set(processors)].map((processor) => `${platform}-${processor}`);
}
