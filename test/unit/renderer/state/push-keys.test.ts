import { describe, expect, it } from 'vitest';
import { isSilent, PushKeys } from '../../../../renderer/state/push-keys/push-keys.ts';

const talk = { id: 'voice', pushTo: { mode: 'talk', accelerator: 'F8', releaseMs: 200 } } as const;
const cough = { id: 'guest', pushTo: { mode: 'mute', accelerator: 'Control+M', releaseMs: 0 } } as const;
const mutes = ['F9', 'F10'].map((accelerator) => ({
  ...{ id: accelerator === 'F9' ? 'music-here' : 'music-everywhere' },
  pushTo: { mode: 'toggle', accelerator, releaseMs: 0 } as const,
}));

/** Keys of these channels, with time by hand. */
function setUp() {
  const waiting: { readonly ms: number; readonly work: () => void }[] = [];
  const said: string[][] = [];
  const toggled: string[] = [];
  const keys = new PushKeys({
    channels: () => [talk, cough, { id: 'music' }, ...mutes],
    after: (ms, work) => {
      const wait = { ms, work };
      waiting.push(wait);
      return () => {
        const at = waiting.indexOf(wait);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
    onChange: (held) => said.push([...held]),
    isTogglerHere: (accelerator) => accelerator === 'F9',
    toggle: (id) => toggled.push(id),
  });
  const pass = () => {
    for (const { work } of waiting.splice(0)) work();
  };
  return { keys, waiting, said, toggled, pass };
}

describe('a key that is held', () => {
  it('holds its channel until it is let go and its release is over', () => {
    const { keys, waiting, said, pass } = setUp();
    expect(keys.press('F8', 'F8')).toBe(true);
    keys.release('F8');
    expect(said).toEqual([['voice']]);
    expect(waiting.map(({ ms }) => ms)).toEqual([200]);
    pass();
    expect(said).toEqual([['voice'], []]);
  });

  it('holds on when it is pressed again within its release', () => {
    const { keys, said, pass } = setUp();
    keys.press('F8', 'F8');
    keys.release('F8');
    keys.press('F8', 'F8');
    pass();
    expect(keys.held).toEqual(new Set(['voice']));
    expect(said.at(-1)).toEqual(['voice']);
  });

  it('ends with its own key, though the modifiers were let go before', () => {
    const { keys, pass } = setUp();
    keys.press('Control+M', 'KeyM');
    keys.release('ControlLeft');
    expect(keys.held).toEqual(new Set(['guest']));
    keys.release('KeyM');
    pass();
    expect(keys.held).toEqual(new Set());
  });

  it('ends when the window loses the keyboard', () => {
    const { keys, pass } = setUp();
    keys.press('F8', 'F8');
    keys.press('Control+M', 'KeyM');
    keys.releaseAll();
    pass();
    expect(keys.held).toEqual(new Set());
  });

  it('mutes and unmutes its channel here where main has it for no application, and holds nothing', () => {
    const { keys, toggled } = setUp();
    expect([keys.press('F9', 'F9'), keys.press('F10', 'F10')]).toEqual([true, true]);
    expect(toggled).toEqual(['music-here']);
    expect(keys.held).toEqual(new Set());
  });

  it('of nobody says nothing', () => {
    const { keys, said } = setUp();
    expect(keys.press('F7', 'F7')).toBe(false);
    keys.release('F7');
    expect(said).toEqual([]);
  });
});

it('a channel is silent by its button, until its key to talk is held, and while its key to mute is held', () => {
  const held = new Set(['voice', 'guest']);
  const none = new Set<string>();
  const open = { isMuted: false };
  expect([none, held].map((keys) => isSilent({ ...talk, ...open }, keys))).toEqual([true, false]);
  expect([none, held].map((keys) => isSilent({ ...cough, ...open }, keys))).toEqual([false, true]);
  expect([none, held].map((keys) => isSilent({ ...talk, isMuted: true }, keys))).toEqual([true, true]);
  expect(isSilent({ id: 'music', isMuted: false }, held)).toBe(false);
});
