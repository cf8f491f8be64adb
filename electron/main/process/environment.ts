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
  /** `DISPLAY` and `XAUTHORITY`: the X server whose windows are captured, and the file that lets us ask it. */
  readonly x11: { readonly display: string | undefined; readonly authorityFile: string | undefined };
  /** On Wayland each listing of screens and windows asks the person. */
  readonly isWayland: boolean;
  /** What the engine and the programs that it runs get: the variables they need to run, and nothing that a user set for others. */
  readonly childEnvironment: Readonly<Record<string, string>>;
}

const childVariables = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'LD_LIBRARY_PATH',
  // Where the sound server is.
  'XDG_RUNTIME_DIR',
  'PULSE_SERVER',
  'PULSE_RUNTIME_PATH',
  'PULSE_COOKIE',
];

/** A release takes no ffmpeg and no developer tools from the environment: any program of the user may have set them. */
export function readEnvironment(variables: NodeJS.ProcessEnv, isRelease: boolean): Environment {
  const childEnvironment: Record<string, string> = {};
  for (const name of childVariables) {
    const value = variables[name];
    if (value !== undefined) childEnvironment[name] = value;
  }
  return {
    ffmpegPath: isRelease ? undefined : variables['UPCAST_FFMPEG'],
    userDataFolder: variables['UPCAST_USER_DATA'],
    isDebug: variables['UPCAST_DEBUG'] === '1',
    mayOpenDevTools: !isRelease && variables['UPCAST_DEV_TOOLS'] === '1',
    proxyVariables: Object.fromEntries(
      PROXY_VARIABLES.flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, variables[name]]),
    ),
    path: variables['PATH'] ?? '',
    x11: { display: variables['DISPLAY'], authorityFile: variables['XAUTHORITY'] },
    isWayland: variables['XDG_SESSION_TYPE'] === 'wayland',
    childEnvironment,
  };
}
