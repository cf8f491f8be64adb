/** Rows about a rehearsal through the whole path, and about each encoder. */
import { MIN_SPEED } from '../../../shared/encoding/encoder-list.ts';
import type { EncoderList, EncoderProbe } from '../../../shared/encoding/encoder-list.ts';
import type { RehearsalFinding } from '../../../shared/broadcast/rehearsal-findings.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import type { FromEngine } from '../../../shared/ipc/engine-control.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { isCaptureUnderWay } from '../../../shared/studio/readiness.ts';
import { checkRow } from '../../../shared/self-test/check-row.ts';
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';
import type { Check } from '../../../shared/self-test/check-row.ts';
import { texts } from '../../../shared/text/text.ts';
import type { Emitter } from '../../../shared/emitter.ts';
import type { Encoders } from '../media-tools/encoders.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { CaptureWatch } from '../studio/capture-watch.ts';
import type { CommandRunner } from '../studio/command-runner.ts';

/** The stream is five seconds long; the rest is for a computer that starts ffmpeg for the first time. */
const REHEARSAL_MS = 60_000;
const PROBE_MS = 180_000;

export interface StreamCheckOptions {
  readonly session: BroadcastSession;
  readonly commands: CommandRunner;
  readonly capture: CaptureWatch;
  readonly encoders: Encoders;
  readonly engine: { readonly onMessage: Emitter<FromEngine> };
}

export async function streamRows(options: StreamCheckOptions): Promise<readonly SelfTestRow[]> {
  const { encoders, engine } = options;
  let isOverPort = false;
  const watch = engine.onMessage.on((message) => {
    if (message.type === 'log' && message.text.includes('frames come over the port')) isOverPort = true;
  });
  const rehearsal = await checkRow(
    'rehearsal',
    async () => judgeReport(await rehearse(options)),
    REHEARSAL_MS,
  );
  watch.dispose();
  return [
    rehearsal,
    await checkRow('frame path', () => {
      if (rehearsal.status === 'failed') return { status: 'skipped', value: 'the rehearsal failed' };
      return isOverPort
        ? { status: 'warning', value: 'over the port, which costs more CPU' }
        : { status: 'passed', value: 'through a file that both processes have open' };
    }),
    ...(await encoderRows(encoders)),
  ];
}

async function rehearse({ session, commands, capture }: StreamCheckOptions): Promise<RehearsalReport> {
  await captureUnderWay(capture);
  const report = new Promise<RehearsalReport>((resolve) => void session.onReport.on(resolve));
  const answer = await commands.run({ requestId: 'self-test', command: { type: 'startStream' } });
  if (!answer.isDone) throw new Error(errorSentence(answer.error));
  return await report;
}

async function captureUnderWay(capture: CaptureWatch): Promise<void> {
  const newest = await capture.settled();
  if (newest !== undefined && isCaptureUnderWay(newest)) return;
  await new Promise<void>((resolve) => {
    const watching = capture.onReport.on((report) => {
      if (report === undefined || !isCaptureUnderWay(report)) return;
      watching.dispose();
      resolve();
    });
  });
}

/** What a computer that is too slow, or busy with something else, does to a stream: it costs frames, and is no fault of a part. */
const slowness: ReadonlySet<RehearsalFinding['code']> = new Set([
  'framesSkipped',
  'gaps',
  'lengthsDiffer',
  'startsApart',
]);

export function judgeReport({
  video,
  latencyMs,
  findings,
  tlsProtocol,
}: RehearsalReport): Awaited<ReturnType<Check>> {
  if (video === undefined) return { status: 'failed', value: 'no video arrived' };
  const figures =
    `${video.codec} ${video.width}x${video.height}, ${video.frames} frames at ${video.fps.toFixed(1)} fps, ` +
    `latency ${latencyMs?.median ?? '?'} ms, ${tlsProtocol ?? 'no TLS'}`;
  const bad = findings.filter(({ level }) => level !== 'good');
  const fault = bad.find(({ level, code }) => level === 'problem' && !slowness.has(code));
  const worst = fault ?? bad[0];
  if (worst === undefined) return { status: 'passed', value: figures };
  const value = `${figures}: ${texts.rehearsal.finding(worst)}`;
  return { status: fault === undefined ? 'warning' : 'failed', value };
}

async function encoderRows(encoders: Encoders): Promise<readonly SelfTestRow[]> {
  let list: EncoderList = encoders.list;
  const probed = await checkRow(
    'encoders',
    async () => {
      list = await probe(encoders);
      const working = list.probes.filter(({ isWorking }) => isWorking);
      return { status: working.length > 0 ? 'passed' : 'failed', value: `${working.length} work` };
    },
    PROBE_MS,
  );
  return [probed, ...list.probes.map(encoderRow)];
}

async function probe(encoders: Encoders): Promise<EncoderList> {
  const known = new Promise<EncoderList>((resolve) => {
    const watching = encoders.onChange.on((list) => {
      if (list.phase === 'probing') return;
      watching.dispose();
      resolve(list);
    });
  });
  encoders.probe();
  return await known;
}

/** The software encoder of H.264 is what every other one falls back to. */
function encoderRow({ encoder, isWorking, speed, reason, tooOldFfmpeg }: EncoderProbe): SelfTestRow {
  const name = `encoder ${encoder}`;
  if (isWorking)
    return {
      name,
      status: speed < MIN_SPEED ? 'warning' : 'passed',
      value: `${speed.toFixed(1)} times real time`,
    };
  if (tooOldFfmpeg !== undefined)
    return { name, status: 'skipped', value: `ffmpeg ${tooOldFfmpeg} is too old` };
  const status = encoder === 'libx264' ? 'failed' : 'skipped';
  return { name, status, value: (reason ?? 'doesn’t work here').slice(0, 300) };
}
