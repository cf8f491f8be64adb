import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MAX_LINE_BYTES } from '../../../../electron/main/live/command-line.ts';
import { LineReader } from '../../../../electron/main/live/line-reader.ts';
import { runTimedCommands } from '../../../../electron/main/live/timed-commands.ts';
import type { CommandAnswer, CommandRequest } from '../../../../shared/studio/commands.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Run {
  readonly ran: { readonly atMs: number; readonly request: CommandRequest }[];
  readonly answers: object[];
  readonly ending: AbortController;
  readonly over: Promise<void>;
}

async function* streamOf(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** Live since 1000 ms before the run begins. */
function begin(
  lines: readonly string[],
  answer: (request: CommandRequest) => Promise<CommandAnswer> = ({ requestId }) =>
    Promise.resolve({ requestId, isDone: true }),
): Run {
  const ran: Run['ran'] = [];
  const answers: object[] = [];
  const ending = new AbortController();
  const liveSinceMs = performance.now() - 1000;
  const nowMs = (): number => performance.now();
  const over = runTimedCommands(
    {
      lines: new LineReader(streamOf(lines.join('\n'))),
      run: async (request) => {
        ran.push({ atMs: Math.round(nowMs() - liveSinceMs), request });
        return await answer(request);
      },
      writeAnswer: (line) => answers.push(JSON.parse(line) as object),
      nowMs,
    },
    liveSinceMs,
    ending.signal,
  );
  return { ran, answers, ending, over };
}

const undo = { type: 'undo' };
const at = (seconds: number): string => JSON.stringify({ at: seconds, command: undo });

test('runs each command at its time after going live, and answers it with that time', async () => {
  const run = begin([at(1.5), at(4)]);
  await vi.advanceTimersByTimeAsync(499);
  expect(run.ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(run.ran.map(({ atMs }) => atMs)).toEqual([1500]);
  await vi.advanceTimersByTimeAsync(2500);
  await run.over;
  expect(run.ran.map(({ atMs }) => atMs)).toEqual([1500, 4000]);
  expect(run.answers).toEqual([
    { at: 1.5, requestId: 'line-1', isDone: true },
    { at: 4, requestId: 'line-2', isDone: true },
  ]);
});

test('runs a command without a time, or whose time is past, at once and in order', async () => {
  const run = begin([JSON.stringify({ requestId: 'first', command: undo }), '', at(0.2), at(1)]);
  await run.over;
  expect(run.ran.map(({ request }) => request.requestId)).toEqual(['first', 'line-3', 'line-4']);
  expect(run.ran.map(({ atMs }) => atMs)).toEqual([1000, 1000, 1000]);
});

test('begins a command when the one before is answered', async () => {
  let answerFirst: (answer: CommandAnswer) => void = () => undefined;
  const first = new Promise<CommandAnswer>((resolve) => {
    answerFirst = resolve;
  });
  const run = begin([at(0), at(0)], ({ requestId }) =>
    requestId === 'line-1' ? first : Promise.resolve({ requestId, isDone: true }),
  );
  await vi.advanceTimersByTimeAsync(100);
  expect(run.ran).toHaveLength(1);
  answerFirst({ requestId: 'line-1', isDone: true, created: { sceneId: 'new' } });
  await run.over;
  expect(run.ran).toHaveLength(2);
  expect(run.answers[0]).toEqual({ at: 1, requestId: 'line-1', isDone: true, created: { sceneId: 'new' } });
});

test('answers a line that is no command with what is wrong, and runs the next', async () => {
  const run = begin([
    'nonsense',
    '{"command":{"type":"explode"}}',
    '{"at":-1,"command":{"type":"undo"}}',
    '{"command":{"type":"switchScene","canvasId":"main"}}',
    '{"command":{"type":"undo"},"when":3}',
    `{"command":{"type":"undo"},"requestId":"${'x'.repeat(MAX_LINE_BYTES)}"}`,
    at(0),
  ]);
  await run.over;
  expect(run.ran).toHaveLength(1);
  const texts = run.answers.map((answer) => (answer as { error?: { text: string } }).error?.text);
  expect(texts).toEqual([
    'The line isn’t valid JSON.',
    '“command.type” has a value Upcast doesn’t recognize.',
    '“at” must be 0 or more.',
    '“command.sceneId” is missing.',
    'The JSON has a field Upcast doesn’t recognize: when.',
    'The line is longer than 64 KB.',
    undefined,
  ]);
  expect(run.answers.at(-1)).toEqual({ at: 1, requestId: 'line-7', isDone: true });
});

test('answers a command that is refused with the reason', async () => {
  const run = begin([at(0)], ({ requestId }) =>
    Promise.resolve({
      requestId,
      isDone: false,
      error: { code: 'studio/not-ready', details: { reason: 'nothingLive' } },
    }),
  );
  await run.over;
  expect(run.answers).toMatchObject([
    { at: 1, requestId: 'line-1', isDone: false, error: { code: 'studio/not-ready' } },
  ]);
  expect((run.answers[0] as { error: { text: string } }).error.text).toMatch(/\S.{8,}/);
});

test('ends with the stream: what is not due by then does not run', async () => {
  const run = begin([at(60)]);
  await vi.advanceTimersByTimeAsync(100);
  run.ending.abort();
  await run.over;
  expect(run.ran).toEqual([]);
});
