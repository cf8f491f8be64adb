/** Names of destinations: refused where they are typed, cleaned where they come from a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePresets } from '../../../electron/settings/preset-import.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { checkDraft, draftOf } from '../../../renderer/features/destinations/form/draft.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { cleanName, cutName } from '../../../shared/destinations/name.ts';
import { invokeContract } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';

const hostile: readonly (readonly [what: string, name: string, clean: string])[] = [
  ['a terminal sequence', '\u001b]0;owned\u0007Twitch', ']0;owned Twitch'],
  ['line breaks', 'Twitch\r\nYouTube\u2028Kick', 'Twitch YouTube Kick'],
  ['an override of direction', 'Twitch \u202emoc.live\u202c', 'Twitch moc.live'],
  ['marks of direction', '\u200fTwitch\u2066\u061c', 'Twitch'],
  ['nothing else', '\u0000\u202e\u0085', 'Destination'],
];
const kept = ['Twitch', 'Café 東京 📺', 'שידור חי', 'قناة', 'A & B <c>', ' spaced '];

function destination(name: string) {
  return { id: 'one', name, serviceId: 'custom', url: 'rtmp://h/live', isEnabled: true };
}

describe('a name with characters that could move or hide other text', () => {
  it.each(hostile)('%s: is refused where it is typed', (_what, name) => {
    expect(
      Object.keys(checkDraft({ ...draftOf(undefined), url: 'rtmp://h/live', name: `x${name}x` })),
    ).toEqual(['name']);
    const { input } = invokeContract['destination:save'];
    expect(input.safeParse({ destination: destination(name) }).success).toBe(false);
  });

  it.each(hostile)(
    '%s: is cleaned in settings of before, and nothing is lost',
    async (_what, name, clean) => {
      const folder = mkdtempSync(join(tmpdir(), 'upcast-names-'));
      const old = {
        ...defaultSettings,
        destinations: [destination(name), { ...destination('B'), id: 'two' }],
      };
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(old));
      const store = await SettingsStore.open(folder, () => 7);
      expect(store.problem).toBeUndefined();
      expect(store.get().destinations.map((each) => each.name)).toEqual([clean, 'B']);
      rmSync(folder, { recursive: true, force: true });
    },
  );

  it.each(hostile)('%s: is cleaned where it is imported', (_what, name, clean) => {
    const { id: _id, isEnabled: _isEnabled, ...preset } = destination(name);
    const own = { format: 'upcast-presets', version: 1, destinations: [preset] };
    const plugin = { targets: [{ name, 'service-param': { server: 'rtmp://h/live', key: 'k' } }] };
    for (const file of [own, plugin]) {
      const { presets } = parsePresets(Buffer.from(JSON.stringify(file)));
      expect(presets[0]?.preset.name).toBe(clean);
    }
  });
});

describe('any other name', () => {
  it.each(kept)('%s: stays as it is', (name) => {
    expect(cleanName(name)).toBe(name);
    expect(destinationSchema.parse(destination(name)).name).toBe(name);
    expect(
      invokeContract['destination:save'].input.safeParse({ destination: destination(name) }).success,
    ).toBe(true);
  });
});

describe('a name that is too long', () => {
  const family = '👩‍👩‍👧‍👦';

  it.each([
    ['an emoji', `${'a'.repeat(99)}📺`, 'a'.repeat(99)],
    ['a family', `${'a'.repeat(95)}${family}`, 'a'.repeat(95)],
    ['a letter with its accent', `${'a'.repeat(99)}e\u0301`, 'a'.repeat(99)],
    ['one letter with more accents than fit', `e${'\u0301'.repeat(200)}`, `e${'\u0301'.repeat(99)}`],
  ])('is cut before %s, never within', (_what, long, kept) => {
    const plugin = { targets: [{ name: long, 'service-param': { server: 'rtmp://h/live', key: 'k' } }] };
    const { presets } = parsePresets(Buffer.from(JSON.stringify(plugin)));
    expect(presets[0]?.preset.name).toBe(kept);
    expect(cutName(long)).toBe(kept);
  });

  it('of 100 units stays as it is', () => {
    expect(cutName(`${'a'.repeat(98)}📺`)).toBe(`${'a'.repeat(98)}📺`);
  });
});
