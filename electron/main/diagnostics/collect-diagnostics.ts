/** Gathers what the diagnostics file tells: of the program, the computer, the settings' structure, the last stream, the log. */
import { readFileSync, readdirSync } from 'node:fs';
import { arch, cpus, homedir, release, totalmem, userInfo, version } from 'node:os';
import { join } from 'node:path';
import { app, screen } from 'electron';
import type { Logger } from '../../log/logger.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import { diagnosticsText } from '../../log/diagnostics/diagnostics-text.ts';
import { listDumps } from '../../log/diagnostics/dump-folder.ts';
import type { RunHistory } from '../../log/diagnostics/run-history.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { texts } from '../../../shared/text/text.ts';
import type { Encoders } from '../media-tools/encoders.ts';
import type { FfmpegFinder } from '../media-tools/ffmpeg-finder.ts';
import { readBuildKind } from '../process/build-facts.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import { dumpFolder } from './crash-dumps.ts';
import { knownNames } from './known-names.ts';

/** Of the newest lines. */
const MAX_LOG_LINES = 5000;
const BYTES_PER_GB = 1_000_000_000;

export interface DiagnosticsSources {
  readonly userData: string;
  readonly log: Pick<Logger, 'flush'>;
  readonly history: RunHistory | undefined;
  readonly register: SecretRegister;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly session: BroadcastSession;
  readonly encoders: Encoders;
  readonly ffmpeg: FfmpegFinder;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The file's text. */
export async function collectDiagnostics(sources: DiagnosticsSources): Promise<string> {
  const { userData, log, history, register, settings, secrets, session, encoders, ffmpeg, now } = sources;
  for (const secret of secrets.values()) register.add(secret);
  log.flush();
  const found = await ffmpeg.find();
  const places = { 'settings folder': userData, 'home folder': homedir(), 'user name': userInfo().username };
  const { events } = session.history();
  return diagnosticsText(
    {
      madeMs: now(),
      facts: {
        ...programFacts(),
        ...(await computerFacts()),
        ffmpeg: found?.version ?? 'not found',
        keychain: secrets.hasKeychain ? 'available' : 'not available',
        encoders: encoders.list.probes,
      },
      values: {
        [texts.diagnostics.settings]: settings.get(),
        [texts.diagnostics.stream]: { snapshot: session.snapshot, lastSample: session.lastSample, events },
      },
      runs: history?.runs ?? [],
      dumps: listDumps(dumpFolder()),
      logLines: newestLines(join(userData, 'logs')),
      names: knownNames(settings.get(), places),
    },
    register,
  );
}

function programFacts(): Readonly<Record<string, unknown>> {
  const { electron, chrome, node } = process.versions;
  return {
    Upcast: app.getVersion(),
    build: readBuildKind(),
    Electron: electron,
    Chromium: chrome,
    Node: node,
    processes: app
      .getAppMetrics()
      .map(({ type, memory }) => `${type} ${Math.round(memory.workingSetSize / 1000)} MB`),
  };
}

async function computerFacts(): Promise<Readonly<Record<string, unknown>>> {
  return {
    system: `${process.platform} ${arch()}, ${release()}, ${version()}`,
    locale: app.getLocale(),
    processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    memory: `${(totalmem() / BYTES_PER_GB).toFixed(1)} GB`,
    displays: screen
      .getAllDisplays()
      .map(({ size, scaleFactor }) => `${size.width}x${size.height} at ${scaleFactor}`),
    graphics: await graphicsFacts(),
    'graphics features': app.getGPUFeatureStatus(),
  };
}

async function graphicsFacts(): Promise<unknown> {
  try {
    const { gpuDevice } = (await app.getGPUInfo('basic')) as Readonly<Record<string, unknown>>;
    return gpuDevice;
  } catch {
    // No graphics process: the crash that this file is about may be why.
    return 'unknown';
  }
}

/** Oldest first. Files of `live` are not among them. */
function newestLines(folder: string): readonly string[] {
  // The rotated files carry their age: upcast.2 is older than upcast.1, and that older than upcast.
  const names = namesIn(folder).flatMap((name) => {
    const age = /^upcast(?:\.(\d))?\.jsonl$/.exec(name);
    return age === null ? [] : [{ name, age: Number(age[1] ?? 0) }];
  });
  const oldestFirst = names.toSorted((a, b) => b.age - a.age);
  return oldestFirst.flatMap(({ name }) => linesOf(join(folder, name))).slice(-MAX_LOG_LINES);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    // It was rotated away meanwhile.
    return [];
  }
}
