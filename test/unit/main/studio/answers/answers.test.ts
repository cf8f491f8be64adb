/** Every command in every state, twice, in any order, with ids that don't exist and ids in use: each answer is what the state then shows. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_ID } from '../../../../../electron/settings/collections/open-current.ts';
import { defaultEncodingProfile } from '../../../../../shared/encoding/profile.ts';
import { commandSchema } from '../../../../../shared/studio/commands.ts';
import { isCollectionCommand } from '../../../../../shared/studio/collections/collection-commands.ts';
import type { Command, CommandAnswer } from '../../../../../shared/studio/commands.ts';
import { collectionCommandSchema } from '../../../../../shared/studio/collections/collection-commands.ts';
import { documentCommandSchema } from '../../../../../shared/studio/document-commands.ts';
import { running } from '../../../../support/studio/runner-rig.ts';
import { isDoneTrue, isRefusalTrue } from './claims.ts';
import { phases } from './phases.ts';
import type { Phase } from './phases.ts';
import { StudioStage } from './studio-stage.ts';
import type { Shown } from './studio-stage.ts';

const commands: readonly Command[] = [
  { type: 'startStream', isRehearsal: true },
  { type: 'startStream', isRehearsal: false },
  { type: 'endStream' },
  { type: 'endStreamNow' },
  { type: 'setEncoding', profile: { ...defaultEncodingProfile, videoKbps: 1234 } },
  { type: 'setAudioLevel', isMuted: true },
  { type: 'newCollection', name: 'Evening' },
  { type: 'duplicateCollection', collectionId: FIRST_ID },
  { type: 'renameCollection', collectionId: FIRST_ID, name: 'Morning' },
  { type: 'removeCollection', collectionId: FIRST_ID },
  { type: 'restoreCollection', collectionId: 'nobody' },
  { type: 'switchCollection', collectionId: 'nobody' },
  { type: 'undo' },
  { type: 'redo' },
  { type: 'setDestinationEnabled', id: 'one', isEnabled: true },
  { type: 'setDestinationEnabled', id: 'one', isEnabled: false },
  { type: 'setDestinationEnabled', id: 'nobody', isEnabled: true },
  { type: 'retryDestination', id: 'one' },
  { type: 'retryDestination', id: 'nobody' },
  { type: 'giveUpDestination', id: 'one' },
  { type: 'giveUpDestination', id: 'nobody' },
  { type: 'useBackup', id: 'one' },
  { type: 'useBackup', id: 'nobody' },
  { type: 'startRecording' },
  { type: 'stopRecording' },
  { type: 'controlMedia', sourceId: 'nobody', action: 'play' },
];

const root = mkdtempSync(join(tmpdir(), 'upcast-test-answers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let opened = 0;

/** A studio of its own, over a copy of what was saved once. */
async function openAt({ one, prepare }: Phase): Promise<StudioStage> {
  const saved = join(root, one.backupMode ?? 'single');
  if (!existsSync(saved)) await StudioStage.open(saved, one);
  opened += 1;
  const folder = join(root, String(opened));
  cpSync(saved, folder, { recursive: true });
  const stage = await StudioStage.open(folder, one);
  await prepare(stage);
  return stage;
}

function phaseOf(name: string): Phase {
  const phase = phases.find((each) => each.name === name);
  if (phase === undefined) throw new Error(`there is no phase ${name}`);
  return phase;
}

/** What is wrong with an answer, in words; undefined when it is true. */
function faultOf(command: Command, answer: CommandAnswer, before: Shown, after: Shown): string | undefined {
  const told = `${JSON.stringify(command)} at ${show(before)} was answered ${JSON.stringify(answer)} at ${show(after)}`;
  if (answer.isDone) return isDoneTrue(command, after, before) ? undefined : told;
  if (JSON.stringify(before) !== JSON.stringify(after)) return `${told}, though it was refused`;
  return isRefusalTrue(answer.error, command, after) ? undefined : told;
}

function show({ broadcast, destinations, recorder, attempts }: Shown): string {
  const states = destinations.map(({ id, state }) => `${id} ${state.phase}`);
  return [broadcast.phase, ...states, recorder.phase, attempts.join()].join(' / ');
}

function isAboutOne(command: Command): boolean {
  return 'id' in command && command.id === 'one';
}

it('knows every command but those that only edit scenes, sources and collections', () => {
  const edits = [...documentCommandSchema.options, ...collectionCommandSchema.options];
  const documentTypes: readonly string[] = edits.map(({ shape }) => shape.type.value);
  const others = commandSchema.options
    .map(({ shape }) => shape.type.value)
    .filter((type) => !documentTypes.includes(type));
  expect([...new Set(commands.map(({ type }) => type))]).toEqual(expect.arrayContaining(others));
});

describe.each(phases)('$name', (phase) => {
  it('answers every command truly, and again when it comes a second time', async () => {
    const faults: (string | undefined)[] = [];
    const asked = commands.filter((command) => !phase.isAboutOne || isAboutOne(command));
    for (const command of asked) {
      const stage = await openAt(phase);
      for (const _time of ['first', 'second']) {
        const before = stage.shown;
        const answer = await stage.ask(command);
        faults.push(faultOf(command, answer, before, stage.shown));
      }
    }
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

/** Asks for what came second; its answer has to be true when it comes, or of what both led to. */
async function faultOfSecond(stage: StudioStage, second: Command, first: Promise<CommandAnswer>) {
  const before = stage.shown;
  const answer = await stage.ask(second);
  await first;
  await stage.catchUp();
  const after = stage.shown;
  const { shownAt } = stage;
  const then = shownAt.get(answer.requestId) ?? after;
  if (!answer.isDone && [then, after].some((shown) => isRefusalTrue(answer.error, second, shown)))
    return undefined;
  if (answer.isDone && isDoneTrue(second, after, before)) return undefined;
  return `${JSON.stringify(second)} at ${show(before)} was answered ${JSON.stringify(answer)} at ${show(after)}`;
}

/** Those that one of another kind could get in the way of. */
const known = commands.filter((command) =>
  'id' in command ? command.id === 'one' : !isCollectionCommand(command),
);

describe.each(['idle', 'live'])('two commands at once while %s', (name) => {
  it.each(known)('$type first: the second one is what holds in the end', async (first) => {
    const faults: (string | undefined)[] = [];
    for (const second of known) {
      const stage = await openAt(phaseOf(name));
      faults.push(await faultOfSecond(stage, second, stage.ask(first)));
    }
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

it.each([
  [{ type: 'startStream', isRehearsal: true }, { type: 'endStream' }],
  [{ type: 'startStream', isRehearsal: false }, { type: 'endStreamNow' }],
  [{ type: 'startRecording' }, { type: 'stopRecording' }],
] as const)('never begins what is ended right behind its start: %o', async (start, end) => {
  const stage = await openAt(phaseOf('idle'));
  const [begun, ended] = await Promise.all([stage.ask(start), stage.ask(end)]);
  expect(ended).toMatchObject({ isDone: true });
  expect(begun).toMatchObject({ isDone: false, error: { code: 'internal/aborted' } });
  expect(stage.shown).toMatchObject({ broadcast: { phase: 'idle' }, recorder: { phase: 'off' } });
});

describe.each([true, false])('while a start waits for its source, as a rehearsal: %s', (isRehearsal) => {
  it.each(known)('answers $type truly', async (command) => {
    const stage = await openAt(phaseOf('idle'));
    const { watch } = stage.studio;
    watch.set({ ...running, video: 'starting' });
    const started = stage.ask({ type: 'startStream', isRehearsal });
    const fault = faultOfSecond(stage, command, started);
    await new Promise((resolve) => setImmediate(resolve));
    watch.set(running);
    expect(await fault).toBeUndefined();
  });
});

it('refuses an id that is in use, whatever it asks for, and the first request goes on', async () => {
  for (const command of known) {
    const stage = await openAt(phaseOf('live'));
    const before = stage.shown;
    const [first, second] = await Promise.all([
      stage.ask(command, 'same'),
      stage.ask({ type: 'endStreamNow' }, 'same'),
    ]);
    expect(second).toMatchObject({ requestId: 'same', error: { code: 'input/bad-message' } });
    expect(faultOf(command, first, before, stage.shown)).toBeUndefined();
  }
});
