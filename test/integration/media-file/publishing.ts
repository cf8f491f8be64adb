/** `npm run publish` in plain Node to a receiver, and a whole FLV file to make odd ones of. Call it once at the top of a file. */
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import { parseFlv } from '../../support/media/flv-damage.ts';
import type { RawFlv } from '../../support/media/flv-damage.ts';
import { buildPublishTool } from '../../support/processes/publish-tool.ts';
import type { PublishTool } from '../../support/processes/publish-tool.ts';

/** How many the whole file has. */
export const VIDEO_FRAMES = 60;

export interface Sent {
  readonly code: number | null;
  readonly output: string;
  readonly packets: readonly MediaPacket[];
  readonly frames: { readonly video: number; readonly audio: number };
  readonly lastMs: number;
}

export function preparePublishing(): Publishing {
  const publishing = new Publishing();
  beforeAll(() => publishing.start());
  afterAll(() => publishing.end());
  return publishing;
}

class Publishing {
  readonly folder = mkdtempSync(join(tmpdir(), 'upcast-test-odd-'));
  /** The whole file: two seconds of picture and sound. */
  readonly goodPath = join(this.folder, 'good.flv');
  good!: Uint8Array;
  flv!: RawFlv;
  audioFrames = 0;
  #tool!: PublishTool;
  #receiver!: Receiver;

  async start(): Promise<void> {
    this.#tool = await buildPublishTool();
    this.#receiver = await startReceiver({ isTls: false });
    await makeFlv(this.goodPath, { seconds: 2, size: '320x180', videoKbps: 200 });
    this.good = new Uint8Array(readFileSync(this.goodPath));
    this.flv = parseFlv(this.good);
    this.audioFrames = this.flv.tags.filter(({ type, body }) => type === 8 && body[1] === 1).length;
  }

  async end(): Promise<void> {
    await this.#receiver.close();
    this.#tool.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The command-line publisher, for `process.execPath`. */
  get script(): string {
    return this.#tool.script;
  }

  /** Where the receiver takes a stream. */
  get to(): string {
    return `${this.#receiver.url}/${this.#receiver.key}`;
  }

  readonly publish = async (
    input: string,
    {
      stdin,
      cwd,
      isPaced = false,
    }: { readonly stdin?: string; readonly cwd?: string; readonly isPaced?: boolean } = {},
  ): Promise<Sent> => {
    const packets: MediaPacket[] = [];
    let listening: { dispose(): void } = { dispose: () => undefined };
    const ended = new Promise<void>((resolve) => {
      listening = this.#receiver.onEvent((event) => {
        if (event.type === 'packetReceived')
          packets.push({ ...event.packet, body: event.packet.body.slice() });
        if (event.type === 'publishEnded') resolve();
      });
    });
    const args = [this.script, `--input=${input}`, '--key-in-arguments', '--to', this.to];
    const child = spawn(process.execPath, isPaced ? args : [...args, '--fast'], {
      cwd,
      env: { ...process.env, UPCAST_FFMPEG: ffmpegPath() },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
    child.stdin.on('error', () => undefined);
    if (stdin === undefined) child.stdin.end();
    else createReadStream(stdin).pipe(child.stdin);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (output.includes('live')) await ended;
    listening.dispose();
    const frames = packets.filter(isFrame);
    return {
      code,
      output,
      packets,
      frames: {
        video: frames.filter(({ kind }) => kind === 'video').length,
        audio: frames.filter(({ kind }) => kind === 'audio').length,
      },
      lastMs: Math.max(...frames.map(({ timestampMs }) => timestampMs)),
    };
  };

  readonly write = (name: string, bytes: Uint8Array): string => {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  };
}

export function isFrame({ kind, body }: MediaPacket): boolean {
  return kind !== 'script' && body[1] === 1;
}
