/** OBS Studio from Debian as a peer: a profile and a collection of the test's own, on a display of its own, drawn by the processor. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';

const BINARY = '/usr/bin/obs';
const NAME = 'test';

export interface ObsStream {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly videoKbps: number;
  /** Without the key: `rtmp://127.0.0.1:PORT/live`. OBS doesn't go live when absent. */
  readonly server?: string;
  readonly key?: string;
  /** A collection as OBS writes it. */
  readonly collection: object;
  /** Default false: OBS draws no preview. */
  readonly hasPreview?: boolean;
  /** Of obs-websocket, without a password; off when absent. */
  readonly websocketPort?: number;
  /** More collections, by name. */
  readonly moreCollections?: ReadonlyMap<string, object>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ObsStudio {
  readonly process: RunningProcess;
  stop(): Promise<void>;
}

export function isObsInstalled(): boolean {
  return existsSync(BINARY);
}

/** Starts OBS, which goes live at once where it has a server. @throws Error when Debian's obs-studio is not installed. */
export async function startObs(stream: ObsStream): Promise<ObsStudio> {
  if (!isObsInstalled()) throw new Error('OBS is missing: install obs-studio from Debian.');
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-obs-'));
  writeProfile(folder, stream);
  const screen = ['-screen', '0', '1280x960x24', '-nolisten', 'tcp', '-noreset'];
  const display = startProcess('Xvfb', ['-displayfd', '1', ...screen]);
  await waitUntil('a display for OBS', () => /^\d+\n/m.test(display.output()));
  const process = startProcess(
    BINARY,
    [
      ...(stream.server === undefined ? [] : ['--startstreaming']),
      '--multi',
      '--profile',
      NAME,
      '--collection',
      NAME,
    ],
    {
      env: {
        ...globalThis.process.env,
        ...stream.env,
        ...{ XDG_CONFIG_HOME: folder, HOME: folder, QT_QPA_PLATFORM: 'xcb', LIBGL_ALWAYS_SOFTWARE: '1' },
        DISPLAY: `:${/^(\d+)\n/m.exec(display.output())?.[1] ?? ''}`,
      },
    },
  );
  return {
    process,
    async stop() {
      await process.stop('SIGKILL');
      await display.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeProfile(folder: string, stream: ObsStream): void {
  const { width, height, fps, videoKbps, server = '', key = '', collection, hasPreview = false } = stream;
  const { websocketPort, moreCollections = new Map<string, object>() } = stream;
  const profile = join(folder, `obs-studio/basic/profiles/${NAME}`);
  const scenes = join(folder, 'obs-studio/basic/scenes');
  for (const each of [profile, scenes]) mkdirSync(each, { recursive: true });
  const global = {
    General: { FirstRun: true, EnableAutoUpdates: false, LastVersion: 486539266, MaxLogs: 1 },
    Basic: { Profile: NAME, ProfileDir: NAME, SceneCollection: NAME, SceneCollectionFile: NAME },
    BasicWindow: { PreviewEnabled: hasPreview, WarnBeforeStoppingStream: false },
    OBSWebSocket: {
      ...{ FirstLoad: false, ServerEnabled: websocketPort !== undefined, AuthRequired: false },
      ...{ ServerPort: websocketPort ?? 4455, AlertsEnabled: false },
    },
  };
  const basic = {
    General: { Name: NAME },
    Output: { Mode: 'Simple', DelayEnable: false, Reconnect: false },
    SimpleOutput: { VBitrate: videoKbps, ABitrate: 160, StreamEncoder: 'x264', Preset: 'veryfast' },
    Video: {
      ...{ BaseCX: width, BaseCY: height, OutputCX: width, OutputCY: height },
      ...{ FPSType: 1, FPSInt: fps, ColorFormat: 'NV12', ColorSpace: '709', ColorRange: 'Partial' },
    },
    Audio: { SampleRate: 48_000, ChannelSetup: 'Stereo' },
  };
  writeFileSync(join(folder, 'obs-studio/global.ini'), ini(global));
  writeFileSync(join(profile, 'basic.ini'), ini(basic));
  const service = { type: 'rtmp_custom', settings: { server, key, use_auth: false } };
  writeFileSync(join(profile, 'service.json'), JSON.stringify(service));
  for (const [name, each] of [[NAME, collection] as const, ...moreCollections])
    writeFileSync(join(scenes, `${name}.json`), JSON.stringify({ ...each, name }));
}

function ini(sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  return Object.entries(sections)
    .map(([name, values]) => {
      const lines = Object.entries(values).map(([key, value]) => `${key}=${String(value)}`);
      return [`[${name}]`, ...lines, ''].join('\n');
    })
    .join('\n');
}
