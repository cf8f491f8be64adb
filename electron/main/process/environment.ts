/** The one place that reads environment variables. Everything else is told. */
import { PROXY_VARIABLES } from '../../../shared/proxy/proxy-environment.ts';

export interface Environment {
  /** `UPCAST_FFMPEG`: the ffmpeg to use before any other. */
  readonly ffmpegPath: string | undefined;
  /** `UPCAST_USER_DATA`: the folder for settings, keys and logs, instead of the system's place for them. */
  readonly userDataFolder: string | undefined;
  /** `UPCAST_DEBUG=1`: log everything. */
  readonly isDebug: boolean;
  /** `UPCAST_DEV_TOOLS=1`: developer tools may be opened. */
  readonly mayOpenDevTools: boolean;
  /** `ALL_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in both spellings: for `live` alone. Secret: a password may stand in them. */
  readonly proxyVariables: Readonly<Record<string, string | undefined>>;
  /** `PATH`, where a system's ffmpeg is looked for. */
  readonly path: string;
  /** `LOCALAPPDATA`: where Windows keeps what a person installs for themselves. */
  readonly localAppData: string | undefined;
  /** `DISPLAY` and `XAUTHORITY`: the X server whose windows are captured, and the file that lets us ask it. */
  readonly x11: { readonly display: string | undefined; readonly authorityFile: string | undefined };
  /** On Wayland each listing of screens and windows asks the person. */
  readonly isWayland: boolean;
  /** `XDG_CURRENT_DESKTOP`: which desktop runs, several names with colons between them. */
  readonly desktop: string | undefined;
  /** `LC_ALL`, `LC_MESSAGES` or `LANG`, by the rules of POSIX: the language of a terminal. */
  readonly terminalLocale: string | undefined;
  /** What a program needs to ask the session's bus. */
  readonly busEnvironment: Readonly<Record<string, string>>;
  /** What the engine and the programs that it runs get: the variables they need to run, and nothing that a user set for others. */
  readonly childEnvironment: Readonly<Record<string, string>>;
}

const commonVariables = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP'] as const;
const certificateVariables = ['SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;
/** Drivers of graphics cards look for their parts, their caches and the chosen card by these. */
const driverVariables: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: [
    ...['SystemRoot', 'windir', 'SystemDrive', 'ProgramData', 'ALLUSERSPROFILE'],
    ...['ProgramFiles', 'ProgramFiles(x86)', 'CommonProgramFiles', 'CommonProgramFiles(x86)'],
    ...['LOCALAPPDATA', 'APPDATA', 'USERPROFILE', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
  ],
  linux: [
    ...['LIBVA_DRIVER_NAME', 'LIBVA_DRIVERS_PATH', 'XDG_RUNTIME_DIR', 'DRI_PRIME'],
    ...['CUDA_VISIBLE_DEVICES', '__NV_PRIME_RENDER_OFFLOAD'],
    // Where the sound server is.
    ...['PULSE_SERVER', 'PULSE_RUNTIME_PATH', 'PULSE_COOKIE'],
  ],
};
const BUS_VARIABLES = ['PATH', 'DBUS_SESSION_BUS_ADDRESS'] as const;

/** What the engine and ffmpeg get of these variables. */
function childVariables(platform: NodeJS.Platform, variables: NodeJS.ProcessEnv): readonly string[] {
  // An AppImage names its own libraries, which are none for a system's ffmpeg.
  const libraries = variables['APPIMAGE'] === undefined ? ['LD_LIBRARY_PATH'] : [];
  return [...commonVariables, ...certificateVariables, ...libraries, ...(driverVariables[platform] ?? [])];
}

function pick(variables: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = variables[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A release takes no ffmpeg and no developer tools from the environment: any program of the user may have set them. */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
  isRelease: boolean,
  platform: NodeJS.Platform,
): Environment {
  return {
    ffmpegPath: isRelease ? undefined : variables['UPCAST_FFMPEG'],
    userDataFolder: variables['UPCAST_USER_DATA'],
    isDebug: variables['UPCAST_DEBUG'] === '1',
    mayOpenDevTools: !isRelease && variables['UPCAST_DEV_TOOLS'] === '1',
    proxyVariables: Object.fromEntries(
      PROXY_VARIABLES.flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, variables[name]]),
    ),
    path: variables['PATH'] ?? '',
    localAppData: variables['LOCALAPPDATA'],
    x11: { display: variables['DISPLAY'], authorityFile: variables['XAUTHORITY'] },
    isWayland: variables['XDG_SESSION_TYPE'] === 'wayland',
    desktop: variables['XDG_CURRENT_DESKTOP'],
    terminalLocale: variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || undefined,
    busEnvironment: pick(variables, BUS_VARIABLES),
    childEnvironment: pick(variables, childVariables(platform, variables)),
  };
}
