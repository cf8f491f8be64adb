/** Rows about the program and what the system lets it do. Names of screens and windows are not among them. */
import { accessSync, constants } from 'node:fs';
import { app, crashReporter, safeStorage, screen, systemPreferences } from 'electron';
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';
import type { Keychain } from '../../settings/secrets.ts';
import { findOldRuntime } from '../process/build-facts.ts';
import type { Screens } from '../screens/screens.ts';

export interface ComputerCheckOptions {
  readonly keychain: Keychain;
  readonly screens: Pick<Screens, 'list'>;
  readonly platform: NodeJS.Platform;
  readonly isWayland: boolean;
  readonly userData: string;
  /** Names of the variables that the engine and ffmpeg get. */
  readonly childVariables: readonly string[];
}

const PROBE = 'self-test';

export async function computerRows(options: ComputerCheckOptions): Promise<readonly SelfTestRow[]> {
  const { keychain, screens, platform, isWayland, userData, childVariables } = options;
  return [
    await checkRow('Electron', () => {
      const old = findOldRuntime();
      const value = `${process.versions.electron}, Chromium ${process.versions.chrome}`;
      return {
        status: old === undefined ? 'passed' : 'warning',
        value: old === undefined ? value : `${value}, outdated`,
      };
    }),
    await checkRow('sandbox', () => {
      const isOff = app.commandLine.hasSwitch('no-sandbox');
      return { status: isOff ? 'warning' : 'passed', value: isOff ? 'off: root, or a switch' : 'on' };
    }),
    await checkRow('profile', () => {
      accessSync(userData, constants.R_OK | constants.W_OK);
      return { status: 'passed', value: 'can be written to' };
    }),
    await checkRow('crash dumps', () => {
      const isSent = crashReporter.getUploadToServer();
      return {
        status: isSent ? 'failed' : 'passed',
        value: isSent ? 'would be sent' : 'kept here, never sent',
      };
    }),
    await checkRow('keychain', async () => {
      const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
      if (!(await keychain.isAvailable()))
        return { status: 'warning', value: `${backend}: keys are kept until you quit` };
      const isBack = (await keychain.open(await keychain.seal(PROBE))) === PROBE;
      return {
        status: isBack ? 'passed' : 'failed',
        value: `${backend}${isBack ? '' : ' gives other words back'}`,
      };
    }),
    await checkRow('permissions', () => ({ status: 'passed', value: permissions(platform) })),
    await checkRow('displays', () => {
      const displays = screen.getAllDisplays();
      const value = displays
        .map(({ size, scaleFactor }) => `${size.width}x${size.height} at ${scaleFactor}`)
        .join(', ');
      return { status: displays.length > 0 ? 'passed' : 'warning', value };
    }),
    await checkRow('screens', async () => {
      if (isWayland) return { status: 'skipped', value: 'not on a Wayland session: each list asks a person' };
      if (platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') !== 'granted')
        return { status: 'warning', value: 'screen recording isn’t allowed yet' };
      const listed = await screens.list();
      const count = (wanted: 'screen' | 'window'): number =>
        listed.filter(({ kind }) => kind === wanted).length;
      return {
        status: count('screen') > 0 ? 'passed' : 'warning',
        value: `${count('screen')} screens, ${count('window')} windows`,
      };
    }),
    await checkRow('engine environment', () => ({ status: 'passed', value: childVariables.join(' ') })),
    await checkRow('graphics', () => {
      const { gpu_compositing: compositing, video_decode: decoding } = app.getGPUFeatureStatus();
      return { status: 'passed', value: `compositing ${compositing}, video decoding ${decoding}` };
    }),
  ];
}

function permissions(platform: NodeJS.Platform): string {
  if (platform !== 'darwin' && platform !== 'win32') return 'this system asks for none';
  return (['camera', 'microphone', 'screen'] as const)
    .map((kind) => `${kind} ${systemPreferences.getMediaAccessStatus(kind)}`)
    .join(', ');
}
