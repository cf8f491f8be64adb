/** The states that a command can meet, each made with commands and servers by script. */
import type { Destination } from '../../../../../shared/destinations/destination.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import { settle } from '../../../engine/broadcast/stage/fake-clock.ts';
import type { StudioStage } from './studio-stage.ts';

export interface Phase {
  readonly name: string;
  readonly one: Partial<Destination>;
  readonly prepare: (stage: StudioStage) => Promise<void>;
  /** In these the other commands meet what they meet elsewhere. */
  readonly isAboutOne?: boolean;
}

type Answer = 'accept' | 'hang' | ErrorCode;
interface Answers {
  readonly one?: Answer;
  readonly backup?: Answer;
}

const REFUSED = 'transport/refused';
const FATAL = 'rtmp/authentication-failed';
/** Longer than the delay before a first retry. */
const RETRY_MS = 1100;
/** Longer than a connection needs to count as accepted. */
const PROVEN_MS = 3500;

const none: Partial<Destination> = {};
const failover: Partial<Destination> = { backupUrl: 'rtmp://backup/live', backupMode: 'failover' };
const both: Partial<Destination> = { ...failover, backupMode: 'both' };

function script({ network }: StudioStage, { one = 'accept', backup = 'accept' }: Answers): void {
  network.answer = (url) => (url.includes('//one') ? one : url.includes('//backup') ? backup : 'accept');
}

async function start(stage: StudioStage, answers: Answers = {}): Promise<void> {
  script(stage, answers);
  await stage.bring({ type: 'startStream', isRehearsal: false, shouldRetryFirst: true });
}

/** The newest connection to `one` or its backup is cut; servers answer so from then on. */
async function lose(stage: StudioStage, answers: Answers, forMs = 0): Promise<void> {
  await stage.clock.advance(PROVEN_MS);
  script(stage, answers);
  stage.network.publishers.findLast(({ options }) => !options.url.includes('//two'))?.lose();
  await stage.clock.advance(forMs);
  await settle();
}

const rehearse = async (stage: StudioStage): Promise<void> =>
  await stage.bring({ type: 'startStream', isRehearsal: true });
const record = async (stage: StudioStage): Promise<void> => await stage.bring({ type: 'startRecording' });

/** Servers never answer the goodbye. */
async function end(stage: StudioStage): Promise<void> {
  for (const publisher of stage.network.publishers) publisher.isSilent = true;
  await stage.bring({ type: 'endStream' });
}

async function startBothHanging(stage: StudioStage): Promise<void> {
  stage.network.answer = () => 'hang';
  await stage.bring({ type: 'startStream', isRehearsal: false });
}

async function waitForPrimary(stage: StudioStage): Promise<void> {
  await start(stage, { one: REFUSED, backup: REFUSED });
  await stage.bring({ type: 'useBackup', id: 'one' });
}

const single: readonly Phase[] = [
  { name: 'idle', one: none, prepare: async () => {} },
  { name: 'starting', one: none, prepare: startBothHanging },
  { name: 'connecting', one: none, prepare: (stage) => start(stage, { one: 'hang' }) },
  { name: 'live', one: none, prepare: (stage) => start(stage) },
  { name: 'waiting to reconnect', one: none, prepare: (stage) => start(stage, { one: REFUSED }) },
  {
    ...{ name: 'reconnecting', one: none },
    prepare: async (stage) => {
      await start(stage);
      await lose(stage, { one: 'hang' }, RETRY_MS);
    },
  },
  { name: 'failed', one: none, prepare: (stage) => start(stage, { one: FATAL }) },
  {
    ...{ name: 'stopping', one: none },
    prepare: async (stage) => {
      await start(stage);
      await end(stage);
    },
  },
  {
    ...{ name: 'over', one: none },
    prepare: async (stage) => {
      await start(stage);
      await stage.bring({ type: 'endStreamNow' });
    },
  },
  {
    ...{ name: 'off in a stream', one: none },
    prepare: async (stage) => {
      await start(stage);
      await stage.bring({ type: 'setDestinationEnabled', id: 'one', isEnabled: false });
    },
  },
  { name: 'a rehearsal', one: none, prepare: rehearse },
  {
    ...{ name: 'a rehearsal that ends', one: none },
    prepare: async (stage) => {
      await rehearse(stage);
      await end(stage);
    },
  },
];

const withRecording: readonly Phase[] = ['idle', 'live', 'stopping', 'a rehearsal'].map((name) => ({
  ...{ name: `${name}, with a recording before its first keyframe`, one: none },
  prepare: async (stage) => {
    await record(stage);
    await single.find((phase) => phase.name === name)?.prepare(stage);
  },
}));

const withFailover: readonly Phase[] = [
  { name: 'connecting to the primary', one: failover, prepare: (stage) => start(stage, { one: 'hang' }) },
  {
    ...{ name: 'connecting to the backup', one: failover },
    prepare: async (stage) => {
      await start(stage, { one: 'hang', backup: 'hang' });
      await stage.bring({ type: 'useBackup', id: 'one' });
    },
  },
  { name: 'live on the primary', one: failover, prepare: (stage) => start(stage) },
  {
    ...{ name: 'switching to the backup', one: failover },
    prepare: async (stage) => {
      await start(stage);
      script(stage, { backup: 'hang' });
      await stage.bring({ type: 'useBackup', id: 'one' });
    },
  },
  {
    ...{ name: 'live on the backup', one: failover },
    prepare: async (stage) => {
      await start(stage);
      await lose(stage, {}, 100);
    },
  },
  {
    ...{ name: 'waiting for the backup', one: failover },
    prepare: (stage) => start(stage, { one: REFUSED, backup: REFUSED }),
  },
  { name: 'waiting for the primary', one: failover, prepare: waitForPrimary },
  {
    ...{ name: 'reconnecting to the backup', one: failover },
    prepare: async (stage) => {
      await start(stage);
      await lose(stage, { backup: 'hang' }, RETRY_MS);
    },
  },
  {
    ...{ name: 'reconnecting to the primary', one: failover },
    prepare: async (stage) => {
      await waitForPrimary(stage);
      script(stage, { one: 'hang' });
      await stage.bring({ type: 'retryDestination', id: 'one' });
    },
  },
  {
    ...{ name: 'failed on both servers', one: failover },
    prepare: (stage) => start(stage, { one: FATAL, backup: FATAL }),
  },
];

const answersOf = { live: 'accept', waiting: REFUSED, connecting: 'hang', failed: FATAL } as const;
type Each = keyof typeof answersOf;
const sides = Object.keys(answersOf) as Each[];

const withBoth: readonly Phase[] = sides.flatMap((one) =>
  sides.map((backup) => ({
    ...{ name: `primary ${one}, its simultaneous backup ${backup}`, one: both },
    prepare: (stage: StudioStage) => start(stage, { one: answersOf[one], backup: answersOf[backup] }),
  })),
);

const aboutOne = [...withFailover, ...withBoth].map((phase) => ({ ...phase, isAboutOne: true }));

export const phases: readonly Phase[] = [...single, ...withRecording, ...aboutOne];
