import { expect, it } from 'vitest';
import { PositionEdits } from '../../../../renderer/features/studio-mode/position-edits.ts';
import type { Command } from '../../../../shared/studio/commands.ts';

function begin() {
  const sent: number[] = [];
  const waiting: (() => void)[] = [];
  const answers: { resolve: () => void; reject: (cause: unknown) => void }[] = [];
  const refused: unknown[] = [];
  const run = async (command: Command) => {
    if (command.type === 'setTransitionPosition') sent.push(command.position);
    await new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
    return {};
  };
  const edits = new PositionEdits(
    run,
    'main',
    (work) => void waiting.push(work),
    (cause) => void refused.push(cause),
  );
  const settle = async () => {
    for (const work of waiting.splice(0)) work();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sent, answers, refused, edits, settle };
}

it('the T-bar sends one position at a time, the newest next, and never leaves out its end', async () => {
  const { sent, answers, edits, settle } = begin();
  edits.push(0.1);
  await settle();
  edits.push(0.2);
  edits.push(0.3);
  edits.push(1);
  edits.push(0.1);
  await settle();
  expect(sent).toEqual([0.1]);
  answers.shift()?.resolve();
  await settle();
  await settle();
  expect(sent).toEqual([0.1, 1]);
  answers.shift()?.resolve();
  await settle();
  await settle();
  expect(sent).toEqual([0.1, 1, 0.1]);
  expect(edits.draft.getState().position).toBe(0.1);
  answers.shift()?.resolve();
  await settle();
  expect(edits.draft.getState().position).toBeUndefined();
});

it('a position that is refused leaves the T-bar as the document says', async () => {
  const { answers, edits, settle, refused } = begin();
  edits.push(0.5);
  await settle();
  edits.push(0.6);
  answers.shift()?.reject(new Error('no'));
  await settle();
  await settle();
  expect(refused).toHaveLength(1);
  expect(edits.draft.getState().position).toBeUndefined();
});
