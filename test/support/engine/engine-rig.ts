/**
 * The real engine in this process: pattern frames at its media port, its rehearsal receiver at the far end, its own
 * recording beside. Everything it tells crosses its border as between processes: cloned, and checked as main checks. All is kept;
 * takes and recordings lie in a folder that `end` removes.
 */
import { systemClock } from '../../../electron/engine/broadcast/system-clock.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { EngineCore } from '../../../electron/engine/engine-core.ts';
import { rtmpDriver } from '../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import { readEngineMessage } from '../../../electron/main/engine-process/engine-messages.ts';
import { isolate, setFaultOwner } from '../../../shared/report-fault.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import type { EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type {
  EngineCommand,
  FromEngine,
  NamedDestination,
  ToEngine,
} from '../../../shared/ipc/engine-control.ts';
import { locateFfmpeg } from '../../../electron/engine/ffmpeg/locate-ffmpeg.ts';
import { engineMessage } from './engine-message.ts';
import { PatternPlayer } from './pattern-player.ts';
import { waitUntil } from '../processes/processes.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';

type Answer = Extract<FromEngine, { readonly type: 'answer' }>;

export class EngineRig {
  readonly folder = mkdtempSync(join(tmpdir(), 'upcast-engine-'));
  readonly recordingPath = join(this.folder, 'take.flv');
  readonly recordPath = join(this.folder, 'recording.mp4');
  readonly ffmpegPath: string;
  readonly player: PatternPlayer;
  readonly samples: StatsSample[] = [];
  readonly events: BroadcastEvent[] = [];
  /** Answers to `probeEncoders`. */
  readonly probed: (readonly EncoderProbe[] | undefined)[] = [];
  /** Warnings and errors of its log. */
  readonly complaints: string[] = [];
  /** Errors that nothing in the engine handled, and messages that main would refuse. */
  readonly faults: unknown[] = [];
  readonly answers: Answer[] = [];
  readonly #core: EngineCore;
  readonly #ports: MessageChannel;
  readonly #profile: EncodingProfile;
  #snapshot: EngineSnapshot | undefined;
  #report: RehearsalReport | undefined;
  #summary: StatsSummary | undefined;
  #lastRequestId = 0;

  private constructor(ffmpegPath: string, profile: EncodingProfile) {
    this.ffmpegPath = ffmpegPath;
    this.#profile = profile;
    this.#core = new EngineCore({
      send: (message) => isolate(() => this.#cross(message)),
      clock: systemClock,
      driver: rtmpDriver,
      readNetwork: () => '',
    });
    setFaultOwner((error) => {
      this.faults.push(error);
      this.#core.logFault(error);
    });
    this.#ports = new MessageChannel();
    const { port1, port2 } = this.#ports;
    this.player = new PatternPlayer(port1, profile);
    this.send({ type: 'configure', ffmpegPath, matrixFilter: 'scale', logLevel: 'info' });
    this.#core.receive({ type: 'mediaPort', profileFolder: undefined }, [
      {
        on: (_event, listener) => port2.on('message', (data: unknown) => listener({ data })),
        postMessage: (message) => port2.postMessage(message),
        start: () => port2.start(),
        close: () => port2.close(),
      },
    ]);
  }

  static async create(profile: EncodingProfile): Promise<EngineRig> {
    const { path } = await locateFfmpeg({
      userPath: process.env['UPCAST_FFMPEG'],
      searchPath: process.env['PATH'],
    });
    return new EngineRig(path, profile);
  }

  get snapshot(): EngineSnapshot | undefined {
    return this.#snapshot;
  }

  /** What the receiver took and what was recorded, by their names. */
  files(): readonly (readonly [string, string])[] {
    return [
      ['receiver', this.recordingPath],
      ['recording', this.recordPath],
    ];
  }

  /** A command gets a request id of its own; its answer is in `answers`. */
  send(message: ToEngine | EngineCommand): void {
    this.#lastRequestId += 1;
    this.#core.receive(engineMessage(message, this.#lastRequestId), []);
  }

  /** Resolves with the answer to the command. */
  async ask(command: EngineCommand): Promise<Answer> {
    this.send(command);
    const wanted = this.#lastRequestId;
    const find = (): Answer | undefined => this.answers.find(({ requestId }) => requestId === wanted);
    await this.until(`the answer to ${command.type}`, () => find() !== undefined);
    return find() as Answer;
  }

  /** Goes live to the rehearsal receiver and, unless told otherwise, records; resolves when it is live. */
  async goLive(
    destinations: readonly NamedDestination[] = [],
    { isRecording } = { isRecording: true },
  ): Promise<void> {
    const samplesBefore = this.samples.length;
    this.player.start();
    this.send({
      type: 'startBroadcast',
      encodings: [mainEncoding(this.#profile)],
      destinations: destinations.map((destination) => ({ ...destination, encodingId: MAIN_ID })),
      rehearse: {
        encodingId: MAIN_ID,
        name: 'Rehearsal',
        protocol: 'rtmp',
        recordingPath: this.recordingPath,
      },
      ...(isRecording
        ? { recording: { encodingId: MAIN_ID, path: this.recordPath, split: { by: 'never' as const } } }
        : {}),
      isDynamicBitrate: false,
      drainMs: 10_000,
      shouldRetryFirst: false,
    });
    await this.until('the broadcast to be live', () => this.#snapshot?.broadcast.phase === 'live');
    await this.until('the first sample', () => {
      return this.samples.slice(samplesBefore).some(({ encodedFrames }) => encodedFrames > 0);
    });
  }

  /** Ends the broadcast; resolves with the receiver's report once everything is on the disk. */
  async stop(): Promise<{ readonly report: RehearsalReport; readonly summary: StatsSummary }> {
    this.send({ type: 'stopBroadcast' });
    await this.until('the summary', () => this.#summary !== undefined);
    const report = this.#report;
    const summary = this.#summary;
    if (report === undefined || summary === undefined) throw new Error('no report came');
    return { report, summary };
  }

  async until(what: string, isSo: () => boolean): Promise<void> {
    await waitUntil(what, async () => isSo());
  }

  end(): void {
    this.player.stop();
    this.#ports.port2.close();
    this.send({ type: 'endNow' });
    setFaultOwner(undefined);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #cross(message: FromEngine): void {
    const checked = readEngineMessage(structuredClone(message));
    if ('problem' in checked) throw new Error(`main refuses ${message.type}: ${checked.problem}`);
    this.#receive(checked.message);
  }

  #receive(message: FromEngine): void {
    if (message.type === 'snapshot') this.#snapshot = message.snapshot;
    else if (message.type === 'sample') this.samples.push(message.sample);
    else if (message.type === 'event') this.events.push(message.event);
    else if (message.type === 'report') this.#report = message.report;
    else if (message.type === 'summary') this.#summary = message.summary;
    else if (message.type === 'encodersProbed') this.probed.push(message.probes);
    else if (message.type === 'log' && message.level !== 'info') this.complaints.push(message.text);
    else if (message.type === 'answer') {
      this.answers.push(message);
      if (message.error !== undefined) this.complaints.push(message.error.code);
    }
  }
}
