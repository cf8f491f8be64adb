/** The log of this process: `upcast.jsonl` of the app, a file of its own for each `live`, so that none rotates another's. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { LogFile } from '../../log/log-file.ts';
import { Logger } from '../../log/logger.ts';
import { MASK } from '../../../shared/redactor.ts';
import { makePrivateFolder } from '../../settings/private-folder.ts';
import type { SecretRegister } from '../../log/secret-register.ts';

const LOG_BYTES = 5_000_000;
const LOG_FILES = 3;
/** Logs of `live` that are kept, newest first. */
const LIVE_LOGS = 20;

export interface OpenLogOptions {
  readonly userData: string;
  readonly register: SecretRegister;
  readonly isDebug: boolean;
  readonly isLive: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What waits is written when the app quits and when the process exits. */
export function openLog({ userData, register, isDebug, isLive, now }: OpenLogOptions): Logger {
  const folder = join(userData, 'logs');
  makePrivateFolder(folder);
  const sink = new LogFile({
    folder,
    name: isLive ? `live-${process.pid}` : 'upcast',
    maximumBytes: LOG_BYTES,
    keptFiles: LOG_FILES,
    onFailure: (error) => log.failed(error),
  });
  const log = new Logger({
    sink,
    secrets: register,
    minimumLevel: isDebug ? 'debug' : 'info',
    now,
    onFailure: (text) => process.stderr.write(`${text}\n`),
  });
  app.on('quit', () => log.flush());
  process.on('exit', () => log.flush());
  takeWarnings(log);
  if (isLive) removeOldLogs(folder);
  return log;
}

/** Node would print a warning as it is, and Electron's name the whole address of a page that can't be loaded. */
function takeWarnings(log: Logger): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.warn('process', withoutAddresses(`${name}: ${message}`)));
}

/** A page's address is kept like a stream key. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\b([a-z]+:\/\/)\S+/gi, (_all, scheme: string) => `${scheme}${MASK}`);
}

function removeOldLogs(folder: string): void {
  const logs = readdirSync(folder)
    .filter((name) => /^live-\d+(\.\d)?\.jsonl$/.test(name))
    .map((name) => ({ name, atMs: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.atMs - a.atMs);
  for (const { name } of logs.slice(LIVE_LOGS)) rmSync(join(folder, name), { force: true });
}
