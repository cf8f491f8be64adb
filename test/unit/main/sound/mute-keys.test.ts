/** Keys that mute and unmute channels while any application is in front. */
import { expect, test } from 'vitest';
import { MuteKeys } from '../../../../electron/main/sound/mute-keys.ts';
import { newChannel } from '../../../../shared/studio/mixer/channels.ts';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { isGlobalKey } from '../../../../shared/studio/mixer/global-keys.ts';

const channel = (id: string, accelerator: string, mode: 'toggle' | 'talk' = 'toggle'): Channel => ({
  ...newChannel(id, `source-${id}`),
  pushTo: { mode, accelerator, releaseMs: 0 },
});

function setUp(...channels: readonly Channel[]) {
  const registered = new Map<string, () => void>();
  const said: string[] = [];
  let nowMs = 0;
  let shown = channels;
  const keys = new MuteKeys({
    document: () => ({ channels: [...shown] }),
    now: () => nowMs,
    register: (accelerator, onPressed) => {
      if (accelerator === 'F24') throw new TypeError('conversion failure');
      if (accelerator === 'F9') return false;
      registered.set(accelerator, onPressed);
      return true;
    },
    unregister: (accelerator) => registered.delete(accelerator),
    toggle: (id, isMuted) => said.push(`${id} ${isMuted ? 'muted' : 'on'}`),
  });
  keys.onChange.on((refused) => said.push(`refused ${refused.join()}`));
  const press = (accelerator: string, afterMs = 2000): void => {
    nowMs += afterMs;
    registered.get(accelerator)?.();
  };
  const show = (...next: readonly Channel[]): void => {
    shown = next;
    keys.follow();
  };
  keys.follow();
  return { keys, registered, said, press, show };
}

test('each press mutes or unmutes the channels of the key, and a key that stays down presses once', () => {
  const { said, press, show } = setUp(channel('a', 'F8'), channel('b', 'F8'), channel('c', 'F8', 'talk'));
  press('F8');
  expect(said.splice(0)).toEqual(['a muted', 'b muted']);
  press('F8', 660);
  for (let at = 0; at < 100; at += 1) press('F8', 40);
  expect(said).toEqual([]);
  show({ ...channel('a', 'F8'), isMuted: true });
  press('F8');
  expect(said).toEqual(['a on']);
});

test('keys come and go with the document, and those that can’t be had are told', () => {
  const { keys, registered, said, show } = setUp(channel('a', 'Control+M'), channel('b', 'F9'));
  expect([[...registered.keys()], said.splice(0)]).toEqual([['Control+M'], ['refused F9']]);
  show(channel('a', 'M'), channel('b', 'F24'));
  expect([[...registered.keys()], keys.refused]).toEqual([[], ['M', 'F24']]);
  show();
  expect(said).toEqual(['refused M,F24', 'refused ']);
});

test.each([
  ['F8', true],
  ['Control+M', true],
  ['Alt+num5', true],
  ['Super+Space', true],
  ['M', false],
  ['Shift+M', false],
  ['Space', false],
  ['num5', false],
])('%s may be taken from all applications: %s', (accelerator, isGlobal) =>
  expect(isGlobalKey(accelerator)).toBe(isGlobal),
);
