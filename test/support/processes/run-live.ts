/** Runs `live` to its end, with what is written to its standard input on the way. */
import { spawn } from 'node:child_process';

export interface LiveResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunLiveOptions {
  readonly args: readonly string[];
  readonly userData: string;
  /** Written at once; without it there is no standard input. */
  readonly input?: string;
  /** Of standard output and standard error. */
  readonly onLine?: (line: string, write: (text: string) => void) => void;
}

export async function runLive({ args, userData, input, onLine }: RunLiveOptions): Promise<LiveResult> {
  const child = spawn(process.execPath, ['build/live.mjs', ...args], {
    env: { ...process.env, UPCAST_USER_DATA: userData },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (input === undefined) child.stdin.end();
  else child.stdin.write(input);
  const follow = (stream: NodeJS.ReadableStream): (() => string) => {
    let text = '';
    let open = '';
    stream.on('data', (data: Buffer) => {
      text += data.toString();
      const lines = (open + data.toString()).split('\n');
      open = lines.pop() ?? '';
      for (const line of lines) onLine?.(line, (more) => child.stdin.write(more));
    });
    return () => text;
  };
  const stdout = follow(child.stdout);
  const stderr = follow(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout: stdout(), stderr: stderr() };
}
