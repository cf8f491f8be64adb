/** Presets of sound filters. */
import { expect, test } from 'vitest';
import { FilterChain } from '../../../../renderer/media/mixer/filters/filter-chain.ts';
import { soundFilterSettingsSchema } from '../../../../shared/studio/mixer/sound-filter.ts';
import { soundPresetIds, soundPresetOf } from '../../../../shared/studio/mixer/sound-presets.ts';

test.each(soundPresetIds)('%s has filters that the document takes', (id) => {
  for (const settings of soundPresetOf(id, 'main'))
    expect(soundFilterSettingsSchema.safeParse(settings).error).toBeUndefined();
});

test('ducking turns music down within 50 ms of speech, and up again after it', () => {
  const chain = new FilterChain(48_000);
  chain.set(
    soundPresetOf('ducking', 'voice').map((settings) => ({ id: settings.type, isEnabled: true, settings })),
  );
  /** The music's level in the block, behind the filters, dB. */
  const levelWhile = (voiceDb: number, blocks: number): number => {
    const music = new Float32Array(480);
    for (let count = 0; count < blocks; count += 1) {
      music.fill(1);
      const voice = new Float32Array(480).map((_, at) => 10 ** (voiceDb / 20) * Math.sin(at / 4));
      chain.process(music, music.slice(), () => ({ left: voice, right: voice }));
    }
    return 20 * Math.log10(music[479] ?? 0);
  };
  expect(levelWhile(-100, 50)).toBe(0);
  expect(levelWhile(-18, 5)).toBeLessThan(-10);
  expect(levelWhile(-100, 300)).toBeGreaterThan(-0.5);
});
