/**
 * RTMFP between two network namespaces: real media over a path of 50 ms (10 ms more or less) that loses datagrams, and a machine whose
 * address changes while it streams. Needs root. `--seconds 600` for each path; `--server` and `--client` are those of a part, `--publish`
 * is the sending end.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { startFlowsReceiver } from '../../../electron/rtmp/receiver/receiver-flows.ts';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import { changeClientAddress, SERVER_ADDRESS } from '../../support/computer/network-pair.ts';
import type { NetworkPair } from '../../support/computer/network-pair.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { readFlv } from '../../support/media/media-compare.ts';
import { startUdpPath } from '../../support/rtmfp/udp-path.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { findTogether, pairOf, runInNamespaces } from '../support/in-namespaces.ts';

const LOSSES = [0, 2, 10] as const;
const DELAY_MS = 50;
const JITTER_MS = 10;
const ROUND_TRIP_MS = 2 * DELAY_MS;
/** Of the clip that is sent over and over. */
const CLIP_SECONDS = 10;
const NEW_ADDRESS = '10.99.0.77';
const MAX_GAP_MS = 1_000;
/** After the last packet: what was lost of it is sent again. */
const TAIL_MS = 3_000;

interface Sent {
  readonly kind: MediaPacket['kind'];
  readonly timestampMs: number;
  readonly atMs: number;
  readonly isDisposable: boolean;
  readonly digest: string;
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  if (argv.includes('--publish')) return await publish(argv);
  const seconds = numberOption(argv, 'seconds', 600);
  const part = textOption(argv, 'part');
  if (part === 'move') yield await proveMove(pairOf(argv), seconds);
  else if (part !== undefined) yield await proveLoss(pairOf(argv), seconds, Number(part) / 100);
  else {
    yield await runInNamespaces('rtmfp', ['--part', 'move', '--seconds', '20']);
    const works = LOSSES.map(
      (loss) => () => runInNamespaces('rtmfp', ['--part', String(loss), '--seconds', String(seconds)]),
    );
    yield* findTogether(works, LOSSES.length);
  }
}

/** Milliseconds that mean the same in each process of this machine. */
function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64').slice(0, 12);
}

/** The sending end: a clip over and over in real time, and a line for each packet. The key comes by standard input. */
async function publish(argv: readonly string[]): Promise<void> {
  const seconds = numberOption(argv, 'seconds', 10);
  const url = textOption(argv, 'publish') ?? '';
  const clip = await readFlv(textOption(argv, 'clip') ?? '');
  const publisher = await openPublisher({ url, streamKey: (await text(process.stdin)).trim() });
  let isClosed = false;
  publisher.onEvent((event) => {
    if (event.type === 'closed') isClosed = true;
  });
  const startMs = nowMs();
  const send = (packet: MediaPacket, timestampMs: number): void => {
    const { kind, isDisposable, body } = packet;
    const line: Sent = { kind, timestampMs, atMs: nowMs(), isDisposable, digest: digestOf(body) };
    publisher.send(packet, timestampMs);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  const isHead = ({ kind, isSequenceHeader }: MediaPacket): boolean => kind === 'script' || isSequenceHeader;
  for (const packet of clip.filter(isHead)) send(packet, 0);
  const frames = clip.filter((packet) => !isHead(packet) && packet.timestampMs < CLIP_SECONDS * 1_000);
  for (let round = 0; round * CLIP_SECONDS < seconds && !isClosed; round += 1) {
    for (const frame of frames) {
      const timestampMs = frame.timestampMs + round * CLIP_SECONDS * 1_000;
      if (timestampMs > seconds * 1_000 || isClosed) break;
      const aheadMs = startMs + timestampMs - nowMs();
      if (aheadMs > 1) await wait(aheadMs);
      send(frame, timestampMs);
    }
  }
  await wait(TAIL_MS);
  process.stdout.write(`${JSON.stringify({ isClosed })}\n`);
  await publisher.end();
}

interface Stream {
  readonly sent: readonly Sent[];
  /** When each packet came, by its name. */
  readonly arrived: ReadonlyMap<string, number>;
  /** In the order of arrival, ms. */
  readonly arrivals: readonly number[];
  readonly publications: number;
  readonly isClosed: boolean;
  readonly addresses: number;
}

/** Two packets may have the same time. */
function nameOf({ kind, timestampMs, digest }: Pick<Sent, 'kind' | 'timestampMs' | 'digest'>): string {
  return `${kind} ${timestampMs} ${digest}`;
}

async function stream(
  pair: Pick<NetworkPair, 'client'>,
  seconds: number,
  loss: number,
  during: () => Promise<void> = async () => undefined,
): Promise<Stream> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-rtmfp-'));
  const clip = join(folder, 'clip.flv');
  await makeFlv(clip, { seconds: CLIP_SECONDS, videoKbps: 2_500, size: '1280x720', hasBFrames: true });
  const receiver = await startFlowsReceiver();
  const toPort = receiver.port;
  const fault = { delayMs: DELAY_MS, jitterMs: JITTER_MS, loss, seed: 18 };
  const path = await startUdpPath({ host: SERVER_ADDRESS, toPort, ...fault });
  const arrived = new Map<string, number>();
  const arrivals: number[] = [];
  let publications = 0;
  receiver.onEvent((event) => {
    if (event.type === 'publishStarted') publications += 1;
    if (event.type !== 'packetReceived') return;
    const { kind, timestampMs, body } = event.packet;
    arrived.set(nameOf({ kind, timestampMs, digest: digestOf(body) }), nowMs());
    arrivals.push(nowMs());
  });
  const url = `rtmfp://${SERVER_ADDRESS}:${path.port}/live`;
  const words = ['rtmfp', '--publish', url, '--clip', clip, '--seconds', String(seconds)];
  const child = spawn(
    'ip',
    ['netns', 'exec', pair.client, process.execPath, process.argv[1] ?? '', ...words],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(receiver.key);
  const sent: Sent[] = [];
  let isClosed = true;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Sent | { readonly isClosed: boolean };
    if ('isClosed' in said) ({ isClosed } = said);
    else sent.push(said);
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await during();
  await ended;
  path.close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
  return { sent, arrived, arrivals, publications, isClosed, addresses: path.addresses.size };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}

async function proveLoss(pair: NetworkPair, seconds: number, loss: number): Promise<Finding> {
  const { sent, arrived, isClosed } = await stream(pair, seconds, loss);
  const isWhole = (packet: Sent): boolean => arrived.has(nameOf(packet));
  const [audio, video] = (['audio', 'video'] as const).map((kind) => sent.filter((one) => one.kind === kind));
  const missing = (video ?? []).filter((packet) => !isWhole(packet));
  const needed = missing.filter(({ isDisposable }) => !isDisposable);
  const isAudioWhole = audio?.every(isWhole) === true;
  const latencyOf = (packets: readonly Sent[] = []): number =>
    medianOf(packets.map((packet) => (arrived.get(nameOf(packet)) ?? Infinity) - packet.atMs));
  const [audioMs, videoMs] = [latencyOf(audio), latencyOf(video)];
  const isVideoWhole = loss === 0 ? missing.length === 0 : needed.length === 0;
  const isInTime = Math.max(audioMs, videoMs) <= DELAY_MS + 1.5 * ROUND_TRIP_MS;
  const lost = loss === 0 ? 'all video' : 'all video but late frames that no other refers to';
  return {
    promise: `${seconds} s with ${loss * 100} % lost: all audio, ${lost}, half of it within 1.5 round trips more than the path's ${DELAY_MS} ms`,
    seen: `${audio?.length} audio and ${video?.length} video packets, ${missing.length} missing (${needed.length} of them needed), audio ${isAudioWhole ? 'whole' : 'not whole'}, median audio ${audioMs.toFixed(0)} ms, video ${videoMs.toFixed(0)} ms`,
    holds: isAudioWhole && isVideoWhole && isInTime && !isClosed && sent.length > seconds * 50,
  };
}

async function proveMove(pair: NetworkPair, seconds: number): Promise<Finding> {
  let movedMs = 0;
  const { arrivals, publications, isClosed, addresses, sent, arrived } = await stream(
    pair,
    seconds,
    0,
    async () => {
      await wait((seconds * 1_000) / 2);
      movedMs = nowMs();
      changeClientAddress(pair, NEW_ADDRESS);
    },
  );
  const gaps = arrivals.slice(1).map((atMs, index) => atMs - (arrivals[index] ?? atMs));
  const longestMs = Math.max(...gaps);
  const isAfter = arrivals.some((atMs) => atMs > movedMs + 2 * MAX_GAP_MS);
  const missing = sent.filter((packet) => !arrived.has(nameOf(packet)));
  return {
    promise: `a machine whose address changes streams on without a reconnect, with a gap under ${MAX_GAP_MS} ms`,
    seen: `longest gap ${longestMs.toFixed(0)} ms, ${publications} publication, ${addresses} addresses, ${missing.length} packets missing`,
    holds: longestMs < MAX_GAP_MS && publications === 1 && !isClosed && addresses === 2 && isAfter,
  };
}
