/**
 * Runs a Node script under strace, which stops it for good, or lets a call to the system fail, at one exact call on chosen files.
 * Calls count from the script's start, by thread, and only where they name one of the files or a handle to it; what is not
 * synchronous runs on one thread, in order.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface TracedCall {
  readonly thread: string;
  readonly name: string;
  readonly text: string;
}

export interface TracedRun {
  /** What the script printed on its standard output. */
  readonly output: string;
  /** Each call on the chosen files, in order. */
  readonly calls: readonly TracedCall[];
  readonly signal: NodeJS.Signals | null;
}

export interface TraceOptions {
  readonly script: string;
  /** The first one is the folder. */
  readonly args: readonly [string, ...string[]];
  /** Relative to the folder; `$$` stands for the script's process id. Plain characters alone. */
  readonly files: readonly string[];
  readonly logPath: string;
  /** As strace's `-e inject=`. */
  readonly inject?: string;
}

/** @throws Error when there is no strace, or it may not trace. */
export async function runTraced(options: TraceOptions): Promise<TracedRun> {
  const { script, args, files, logPath, inject } = options;
  for (const file of files) if (!/^[\w.$/-]*$/.test(file)) throw new Error(`not a plain name: ${file}`);
  // A shell knows its process id before it becomes the script; `-D` keeps strace out of the way as a grandchild.
  const paths = files.map((file) => `-P "${file === '' ? '$folder' : `$folder/${file}`}"`).join(' ');
  const tamper = inject === undefined ? '' : `-e inject=${inject}`;
  const line = 'folder="$1"; log="$2"; shift 2; ' + `exec strace -D -f -qq -o "$log" ${paths} ${tamper} "$@"`;
  const given = [args[0], logPath, process.execPath, script, ...args];
  const child = spawn('sh', ['-c', line, 'sh', ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (...ended: [number | null, NodeJS.Signals | null]) => resolve(ended));
  });
  if (code === 127) throw new Error('strace is not installed: `apt-get install strace`, then again');
  if (signal === null && code !== 0)
    throw new Error(`the traced script ended with ${String(code)}: ${complaints}`);
  return { output, signal, calls: readCalls(logPath) };
}

function readCalls(logPath: string): TracedRun['calls'] {
  return readFileSync(logPath, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const [, thread, name] = /^(\d+) +(\w+)\(/.exec(text) ?? [];
      return thread === undefined || name === undefined ? [] : [{ thread, name, text }];
    });
}
