/** Filters of channels: their time is taken off, they change without a click, and they may listen to other channels. */
import { describe, expect, it } from 'vitest';
import type { ChainFilter } from '../../../../../../renderer/media/mixer/filters/filter-chain.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import type { SoundFilterSettings } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { loudestClickDb } from '../../../../../support/sound/loudest-click.ts';
import type { MixerChannel } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import { MixerRun, RATE, channel, firstFrame, tone } from './mixer-run.ts';
import type { Taken } from './mixer-run.ts';

const { gate, threeBand, parametric, gain, noise, compressor, delay } = soundFilterDefaults;
const filter = (settings: SoundFilterSettings, id = settings.type): ChainFilter => ({
  ...{ id, settings, isEnabled: true },
});

/** The samples from this second to that. */
function between({ left, ...taken }: Taken, from: number, to: number): number[] {
  const first = firstFrame({ left, ...taken });
  return left.slice(Math.round(from * RATE) - first, Math.round(to * RATE) - first);
}

const rms = (samples: readonly number[]): number =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
const toDb = (factor: number): number => 20 * Math.log10(factor);

describe('filters of a channel', () => {
  it('leave its sound at its time, whatever time they need', () => {
    // Noise suppression takes a tone for noise in the end, so the tone is heard where it begins.
    const burst = (seconds: number): number => (seconds >= 0.5 ? tone(997)(seconds) : 0);
    const run = new MixerRun({}, { tracks: 0b11 });
    run.plugIn({ id: 'a', at: burst }, { id: 'b', at: burst });
    run.mixer.setChannels([
      channel('a', { filters: [filter(noise), filter(threeBand)], tracks: 0b1 }),
      channel('b', { tracks: 0b10 }),
    ]);
    run.runTo(0.7);
    const begin = (taken: Taken): number =>
      taken.left.findIndex((value) => Math.abs(value) > 0.05) + firstFrame(taken);
    const [suppressed, plain] = [run.tracks.get(1), run.tracks.get(2)];
    if (suppressed === undefined || plain === undefined) expect.fail('a track is missing');
    expect(begin(plain)).toBeGreaterThanOrEqual(RATE / 2);
    expect(Math.abs(begin(suppressed) - begin(plain))).toBeLessThan(RATE / 200);
  });

  it.each<[string, SoundFilterSettings]>([
    ['a gain', { ...gain, db: -12 }],
    ['a gate', gate],
    ['a three-band equaliser', { ...threeBand, lowDb: 6, highDb: -6 }],
    ['a parametric equaliser', parametric],
    ['a compressor', compressor],
    ['noise suppression', noise],
    ['a delay', { ...delay, ms: 120 }],
  ])('come and go without a click: %s', (_name, settings) => {
    const run = new MixerRun().plugIn({ id: 'a', at: tone(500, 0.4) }, { id: 'b', at: tone(300, 0.1) });
    const set = (filters: readonly ChainFilter[]): void =>
      run.mixer.setChannels([channel('a', { filters }), channel('b')]);
    set([]);
    run.runTo(0.5);
    set([filter(settings)]);
    run.runTo(1);
    set([{ ...filter(settings), isEnabled: false }]);
    run.runTo(1.5);
    expect(loudestClickDb(run.main.left.slice(4800))).toBeLessThan(-60);
  });

  it('change again and again before a change is done, without a click', () => {
    const run = new MixerRun().plugIn({ id: 'a', at: tone(500, 0.4) }, { id: 'b', at: tone(300, 0.1) });
    const lists = [
      [filter(noise), filter(threeBand)],
      [],
      [filter(threeBand)],
      [filter(noise)],
      [filter(gain)],
    ];
    for (let step = 0; step < 120; step += 1) {
      const filters = lists[(step * 7 + Math.floor(step / 5)) % lists.length] ?? [];
      run.mixer.setChannels([channel('a', { filters }), channel('b')]);
      run.runTo(0.01 * (1 + (step % 3)) + run.seconds);
    }
    expect(loudestClickDb(run.main.left.slice(4800))).toBeLessThan(-60);
  });

  it('leave the other channels as they are when they come and go', () => {
    const run = new MixerRun({}, { tracks: 0b11 });
    run.plugIn({ id: 'a', at: tone(500) }, { id: 'b', at: tone(300, 0.25) });
    const set = (filters: readonly ChainFilter[]): void =>
      run.mixer.setChannels([channel('a', { filters, tracks: 0b1 }), channel('b', { tracks: 0b10 })]);
    set([]);
    run.runTo(0.5);
    set([filter(noise)]);
    run.runTo(1);
    set([]);
    run.runTo(1.5);
    const other = run.tracks.get(2) ?? expect.fail('no track 2');
    const first = firstFrame(other);
    const wanted = tone(300, 0.25);
    const off = other.left
      .slice(2400)
      .map((value, index) => Math.abs(value - wanted((first + 2400 + index) / RATE)));
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });
});

describe('a side chain', () => {
  const duck: SoundFilterSettings = { ...compressor, ratio: 32, thresholdDb: -30, sideChannelId: 'voice' };
  const voice = (seconds: number): number => (seconds >= 1 && seconds < 2 ? tone(200)(seconds) : 0);
  const music = tone(3000, 0.25);

  function ducked(order: readonly string[], change: Partial<MixerChannel> = {}): MixerRun {
    const run = new MixerRun().plugIn({ id: 'music', at: music }, { id: 'voice', at: voice });
    const channels = order.map((id) =>
      channel(id, {
        filters: id === 'music' ? [filter(duck)] : [],
        // The voice itself is on no track: what is left is the music.
        tracks: id === 'music' ? 1 : 0,
        ...(id === 'voice' && change),
      }),
    );
    run.mixer.setChannels(channels);
    return run.runTo(3);
  }

  it.each([[['music', 'voice']], [['voice', 'music']]])(
    'lowers music under speech, in the order %s',
    (order) => {
      const { main } = ducked(order);
      const before = rms(between(main, 0.5, 1));
      // A tone at −6 dBFS is some 23 dB above the threshold.
      expect(toDb(rms(between(main, 1.05, 1.9)) / before)).toBeLessThan(-18);
      expect(toDb(rms(between(main, 2.5, 2.9)) / before)).toBeCloseTo(0, 1);
    },
  );

  it('hears the other channel behind its filters and before its fader', () => {
    const quiet = filter({ ...gain, db: -30 });
    const { main } = ducked(['music', 'voice'], { filters: [quiet] });
    expect(toDb(rms(between(main, 1.05, 1.9)) / rms(between(main, 0.5, 1)))).toBeGreaterThan(-0.5);
    const { main: faded } = ducked(['music', 'voice'], { gain: 0 });
    expect(toDb(rms(between(faded, 1.05, 1.9)) / rms(between(faded, 0.5, 1)))).toBeLessThan(-18);
  });

  it.each<[string, Partial<MixerChannel>]>([
    ['is muted', { isMuted: true }],
    ['is in no scene on air', { presence: 0 }],
  ])('leaves music alone while the other channel %s', (_what, change) => {
    const { main } = ducked(['music', 'voice'], change);
    expect(toDb(rms(between(main, 1.05, 1.9)) / rms(between(main, 0.5, 1)))).toBeCloseTo(0, 2);
  });

  it.each([0, 1, 2, 3, 4])(
    'makes no click when the other channel is muted %s ms later in the wave that it speaks',
    (laterMs) => {
      const speech = (seconds: number): number => tone(200)(seconds + laterMs / 1000);
      const run = new MixerRun().plugIn({ id: 'music', at: tone(997, 0.25) }, { id: 'voice', at: speech });
      const set = (isMuted: boolean): void =>
        run.mixer.setChannels([
          channel('music', { filters: [filter({ ...compressor, sideChannelId: 'voice' })] }),
          channel('voice', { isMuted, tracks: 0 }),
        ]);
      for (const [index, isMuted] of [false, true, false].entries()) {
        set(isMuted);
        run.runTo(0.5 * (index + 1));
      }
      expect(loudestClickDb(run.main.left.slice(4800))).toBeLessThan(-60);
    },
  );

  it('does nothing while the other channel is missing', () => {
    const { main } = ducked(['music']);
    expect(toDb(rms(between(main, 1.05, 1.9)) / rms(between(main, 0.5, 1)))).toBeCloseTo(0, 2);
  });

  it('may run in a circle, or listen to itself', () => {
    const run = new MixerRun().plugIn({ id: 'a', at: music }, { id: 'b', at: music }, { id: 'c', at: music });
    const listening = (id: string, sideChannelId: string) =>
      channel(id, { filters: [filter({ ...duck, sideChannelId })] });
    run.mixer.setChannels([listening('a', 'b'), listening('b', 'a'), listening('c', 'c')]);
    const { left } = run.runTo(1).main;
    expect(left.every(Number.isFinite)).toBe(true);
    expect(rms(left.slice(RATE / 2))).toBeLessThan(
      rms(Array.from({ length: 4800 }, (_, at) => music(at / RATE))),
    );
    expect(rms(left.slice(RATE / 2))).toBeGreaterThan(0.001);
  });
});
