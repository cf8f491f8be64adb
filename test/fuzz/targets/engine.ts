/**
 * Whole sessions of a hostile server up to the engine's border: the real session, publisher, links and broadcast, on simulated time.
 * Each message crosses as between processes, cloned and checked as main checks it. A good destination beside the bad one must get
 * every frame of every session.
 */
import { Broadcast } from '../../../electron/engine/broadcast/broadcast.ts';
import type { OutputDriver } from '../../../electron/engine/outputs/driver.ts';
import { rtmpDriver } from '../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import { readEngineMessage } from '../../../electron/main/engine-process/engine-messages.ts';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../electron/rtmp/amf/amf-value.ts';
import { concatBytes } from '../../../shared/bytes.ts';
import { ChunkWriter } from '../../../electron/rtmp/chunk/chunk-writer.ts';
import { buildCommand } from '../../../electron/rtmp/message/command.ts';
import { PublishSession } from '../../../electron/rtmp/index.ts';
import { LivePublisher } from '../../../electron/rtmp/publisher/live-publisher.ts';
import { defaultDeadlines } from '../../../electron/rtmp/publisher/publisher-types.ts';
import { refusalError } from '../../../electron/rtmp/publisher/refusal.ts';
import { StreamConnection } from '../../../electron/rtmp/publisher/stream-connection.ts';
import { readTarget } from '../../../electron/rtmp/publisher/target.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { isSameService } from '../../../shared/destinations/services.ts';
import type { FromEngine } from '../../../shared/ipc/engine-control.ts';
import { setFaultOwner } from '../../../shared/report-fault.ts';
import { ScriptedChannel } from '../../support/servers/scripted-channel.ts';
import { FakeClock, settle } from '../../unit/engine/broadcast/stage/fake-clock.ts';
import { packet, videoHeader } from '../../unit/engine/broadcast/stage/packets.ts';
import { ScriptedNetwork } from '../../unit/engine/broadcast/stage/scripted-publisher.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { cutInput } from './cut.ts';
import { frameRecords, serverSeeds, sessionKey } from './session.ts';

/** Sessions that one broadcast carries: what it keeps of each for its summary must not grow without end. */
const SESSIONS_PER_BROADCAST = 2000;
const FRAME_MS = 40;
/** Bit of the selector: the input comes after a good way to live, in one piece with it by the next bit. */
const LIVE_FIRST = 4;

const zeros = (count: number): Uint8Array => new Uint8Array(count);

function destination(id: string) {
  const fields = { id, name: id, serviceId: 'custom', url: `rtmp://${id}.example/live`, isEnabled: true };
  return { ...destinationSchema.parse(fields), key: sessionKey, backupName: `${id} (backup)` };
}

const bad = destination('bad');

/** One broadcast with its good destination. */
class Stage {
  readonly clock = new FakeClock();
  readonly good = new ScriptedNetwork();
  readonly faults: unknown[] = [];
  readonly #broadcast: Broadcast;
  #channels: ScriptedChannel[] = [];
  #frames = 0;
  sessions = 0;

  constructor() {
    setFaultOwner((error) => this.faults.push(error));
    const openBad: OutputDriver['open'] = async (options) => {
      const target = readTarget(options.url, options.streamKey);
      const channel = new ScriptedChannel();
      this.#channels.push(channel);
      const { app, tcUrl, streamKey } = target;
      const session = new PublishSession({ app, tcUrl, streamKey }, zeros);
      const publisher = new LivePublisher({
        connection: new StreamConnection(channel, session, target.host),
        target,
        ownership: { own: target, trustedHosts: [], isSameService },
        hasCredentials: false,
        deadlines: defaultDeadlines,
        videoFourCc: undefined,
        onStep: options.onStep,
      });
      const refusal = await publisher.goLive(options.signal);
      if (refusal) throw refusalError(refusal, target.host, false);
      return publisher;
    };
    this.#broadcast = new Broadcast({
      driver: {
        steps: rtmpDriver.steps,
        open: (options) => (options.url.includes('bad') ? openBad(options) : this.good.open(options)),
        isCodecUnconfirmed: () => false,
      },
      clock: this.clock,
      random: () => 0.5,
      log: (level, text) => this.#cross({ type: 'log', level, area: 'broadcast', text }),
      readMachine: () => ({
        cpuPercent: 1,
        memoryMb: 1,
        capturedFrames: 1,
        skippedFrames: 0,
        targetKbps: 1,
      }),
    });
    this.#broadcast.onEvent.on((event) => this.#cross({ type: 'event', event }));
    this.#broadcast.onSample.on((sample) => this.#cross({ type: 'sample', sample }));
    this.#broadcast.onSummary.on((summary) => this.#cross({ type: 'summary', summary }));
  }

  async begin(): Promise<void> {
    this.#broadcast.program.push(videoHeader);
    this.#broadcast.start({
      destinations: [destination('good')],
      shouldRetryFirst: true,
      drainMs: 0,
      isDynamicBitrate: false,
      videoKbps: 2500,
      audioKbps: 160,
      videoCodec: 'h264',
    });
    await settle();
  }

  async runSession(pieces: readonly Uint8Array[]): Promise<void> {
    this.sessions += 1;
    this.#channels = [];
    this.#broadcast.addDestination(bad);
    await settle();
    this.#channels[0]?.shakeHands();
    for (const piece of pieces) {
      this.#channels[0]?.say(piece);
      // A connection that the server asked for meanwhile hears the same.
      for (const channel of this.#channels.slice(1, 3)) {
        channel.shakeHands();
        channel.say(piece);
      }
      this.#frame();
      await settle();
    }
    await this.clock.advance(FRAME_MS);
    this.#cross({ type: 'snapshot', snapshot: { ...this.#broadcast.snapshot(), encoders: [] } });
    for (const channel of this.#channels) channel.hangUp();
    await settle();
    this.#frame();
    this.#broadcast.removeDestination('bad');
    await settle();
    this.#cross({ type: 'snapshot', snapshot: { ...this.#broadcast.snapshot(), encoders: [] } });
    this.#judge();
  }

  async end(): Promise<void> {
    this.#broadcast.endNow();
    await this.clock.advance(5000);
    await this.#broadcast.dispose();
    this.#judge(false);
  }

  #frame(): void {
    this.#broadcast.program.push(
      packet({
        timestampMs: this.#frames * FRAME_MS,
        isKeyframe: this.#frames % 25 === 0,
        body: frameBody,
      }),
    );
    this.#frames += 1;
  }

  #cross(message: FromEngine): void {
    const checked = readEngineMessage(structuredClone(message));
    if ('problem' in checked) throw new Error(`main refuses ${message.type}: ${checked.problem}`);
    if (JSON.stringify(checked.message).includes(sessionKey)) throw new Error('a message holds the key');
  }

  #judge(isLive = true): void {
    const [fault] = this.faults;
    if (fault !== undefined) throw fault;
    const { publishers } = this.good;
    const frames = publishers[0]?.media('video').length ?? 0;
    if (publishers.length !== 1 || frames !== this.#frames)
      throw new Error(`the good destination got ${frames} of ${this.#frames} frames`);
    const { broadcast, destinations } = this.#broadcast.snapshot();
    const good = destinations.find(({ id }) => id === 'good');
    if (isLive && (broadcast.phase !== 'live' || good?.state.phase !== 'live'))
      throw new Error(`the good destination is ${good?.state.phase ?? 'gone'}`);
  }
}

const frameBody = zeros(100);

/** What a server answers on the way to a stream that it takes. */
function wayToLive(): Uint8Array {
  const writer = new ChunkWriter();
  const say = (name: string, transactionId: number, values: readonly AmfValue[]): void =>
    writer.writeMessage({
      chunkStreamId: 3,
      type: 20,
      streamId: 0,
      timestampMs: 0,
      body: buildCommand(name, transactionId, values),
    });
  say('_result', 1, [amfObject({}), amfObject({ code: 'NetConnection.Connect.Success' })]);
  say('_result', 4, [null, 1]);
  say('onStatus', 0, [null, amfObject({ level: 'status', code: 'NetStream.Publish.Start' })]);
  return concatBytes(writer.takeOutput());
}

const live = wayToLive();

/** A status as a record of the input, for mutations to begin with. */
function statusRecord(information: Readonly<Record<string, AmfValue>>): Uint8Array {
  const body = buildCommand('onStatus', 0, [null, amfObject(information)]);
  return concatBytes([Uint8Array.of(20, 3, 0, body.length >>> 8, body.length & 0xff), body]);
}

const liveSeeds = [
  'http://bad.example/',
  'rtmp://bad.example/other',
  '//',
  '/x',
  'rtmp://127.0.0.1/live',
].map((tcUrl) =>
  concatBytes([
    Uint8Array.of(LIVE_FIRST << 3),
    statusRecord({ level: 'status', code: 'NetConnection.Connect.ReconnectRequest', tcUrl }),
    statusRecord({ level: 'error', code: 'constructor', description: 'no' }),
    statusRecord({ level: 'error', code: 'NetStream.Publish.BadName', description: 'in use' }),
  ]),
);
let stage: Stage | undefined;

async function stageFor(): Promise<Stage> {
  if (stage && stage.sessions < SESSIONS_PER_BROADCAST) return stage;
  await stage?.end();
  stage = new Stage();
  await stage.begin();
  return stage;
}

export const target: FuzzTarget = {
  name: 'engine',
  seeds: [...serverSeeds, ...liveSeeds],
  async run(input) {
    const { selector } = cutInput(input);
    const isRaw = (selector & 2) !== 0;
    const framed = isRaw ? input : concatBytes([input.subarray(0, 1), frameRecords(input.subarray(1))]);
    // A session is cut into few pieces: each costs turns of every promise.
    const { pieces } = cutInput(framed);
    const whole = pieces.length <= 8 ? pieces : [...pieces.slice(0, 7), concatBytes(pieces.slice(7))];
    if ((selector & LIVE_FIRST) !== 0) {
      const [first = zeros(0)] = whole;
      if ((selector & 8) === 0) whole.unshift(live);
      else whole[0] = concatBytes([live, first]);
    }
    const current = await stageFor();
    try {
      await current.runSession(whole);
    } catch (error) {
      stage = undefined;
      throw error;
    }
  },
};
