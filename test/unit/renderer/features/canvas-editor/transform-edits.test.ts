/** What a drag sends: shown at once, one command at a time, the newest of a gesture and always the last. */
import { describe, expect, it } from 'vitest';
import { centredTransform } from '../../../../../shared/studio/transform.ts';
import { TransformEdits } from '../../../../../renderer/features/canvas-editor/transform-edits.ts';

const at = (x: number) => ({ ...centredTransform({ width: 1280, height: 720 }), position: { x, y: 0 } });

/** A display whose pictures the test makes, and a main process that answers when the test says so. */
function rig() {
  const planned: (() => void)[] = [];
  const open: { x: number; answer: () => void; refuse: (cause: unknown) => void }[] = [];
  const refused: unknown[] = [];
  const edits = new TransformEdits({
    run: (command) =>
      new Promise((resolve, reject) => {
        const x = command.type === 'setTransform' ? command.transforms[0]?.transform.position.x : undefined;
        open.push({ x: x ?? Number.NaN, answer: () => resolve({}), refuse: reject });
      }),
    schedule: (work) => planned.push(work),
    onRefused: (cause) => refused.push(cause),
    frameAfter: () => undefined,
  });
  return {
    ...{ edits, open, refused },
    push: (x: number, gestureId = 'drag') =>
      edits.push({ sceneId: 'main', gestureId, transforms: [{ itemId: 'item', transform: at(x) }] }),
    frame: async () => {
      for (const work of planned.splice(0)) work();
      await new Promise((done) => setImmediate(done));
    },
    sent: () => open.map(({ x }) => x),
    shown: () => edits.draft.getState()['item']?.position.x,
  };
}

describe('TransformEdits', () => {
  it('shows each at once and sends the newest of a frame', async () => {
    const { push, frame, sent, shown } = rig();
    push(1);
    push(2);
    expect(shown()).toBe(2);
    expect(sent()).toEqual([]);
    await frame();
    expect(sent()).toEqual([2]);
  });

  it('waits for the answer, and sends the last one', async () => {
    const { push, frame, sent, open, shown } = rig();
    push(1);
    await frame();
    push(2);
    await frame();
    push(3);
    await frame();
    expect(sent()).toEqual([1]);
    open[0]?.answer();
    await frame();
    await frame();
    expect(sent()).toEqual([1, 3]);
    expect(shown()).toBe(3);
    open[1]?.answer();
    await frame();
    expect(shown()).toBeUndefined();
  });

  it('leaves out nothing of another gesture', async () => {
    const { push, frame, sent, open } = rig();
    push(1, 'one');
    push(2, 'two');
    for (const index of [0, 1]) {
      await frame();
      open[index]?.answer();
      await frame();
    }
    expect(sent()).toEqual([1, 2]);
  });

  it('after a refusal shows the document, says why and sends nothing late', async () => {
    const { push, frame, sent, open, refused, shown } = rig();
    push(1);
    await frame();
    push(2);
    open[0]?.refuse('gone');
    await frame();
    await frame();
    expect(refused).toEqual(['gone']);
    expect(shown()).toBeUndefined();
    expect(sent()).toEqual([1]);
  });
});
