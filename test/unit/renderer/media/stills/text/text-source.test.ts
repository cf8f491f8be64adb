import { describe, expect, it } from 'vitest';
import { TextSource } from '../../../../../../renderer/media/stills/text/text-source.ts';
import type { TextContent } from '../../../../../../renderer/media/stills/text/text-source.ts';
import { plainLook } from './fake-font.ts';

function sourceOf(content: TextContent) {
  const drawn: string[] = [];
  const wall = { offsetMs: 0 };
  const source = new TextSource(content, plainLook, {
    draw(text) {
      drawn.push(text);
      return text === ''
        ? undefined
        : { width: text.length, height: 1, pixels: new ArrayBuffer(text.length * 4) };
    },
    wallMsAt: (programUs) => programUs / 1000 + wall.offsetMs,
  });
  return { source, drawn, wall };
}

describe('a text', () => {
  it('is drawn once, and is the same picture while it stays the same', () => {
    const { source, drawn } = sourceOf({ type: 'fixed', text: 'Hello' });
    const first = source.pictureAt(0);
    expect(first?.width).toBe(5);
    expect(source.pictureAt(1_000_000)).toBe(first);
    source.setContent({ type: 'fixed', text: 'Hello' });
    expect(source.pictureAt(2_000_000)).toBe(first);
    expect(source.nextChangeUs(2_000_000)).toBe(Infinity);
    expect(drawn).toEqual(['Hello']);
  });

  it('that changes several times between two frames is drawn once', () => {
    const { source, drawn } = sourceOf({ type: 'fixed', text: 'a' });
    const first = source.pictureAt(0);
    for (const text of ['b', 'bb', 'bbb']) source.setContent({ type: 'fixed', text });
    expect(source.nextChangeUs(33_000)).toBe(33_000);
    expect(source.pictureAt(33_000)).toMatchObject({ width: 3 });
    expect(source.pictureAt(33_000)?.revision).not.toBe(first?.revision);
    expect(drawn).toEqual(['a', 'bbb']);
  });

  it('is drawn anew when its look changes', () => {
    const { source, drawn } = sourceOf({ type: 'fixed', text: 'a' });
    source.pictureAt(0);
    source.setLook({ ...plainLook, isBold: true });
    expect(source.nextChangeUs(0)).toBe(0);
    source.pictureAt(0);
    expect(drawn).toEqual(['a', 'a']);
  });

  it('without any letters has no picture', () => {
    const { source, drawn } = sourceOf({ type: 'fixed', text: '' });
    expect(source.pictureAt(0)).toBeUndefined();
    expect(source.pictureAt(1)).toBeUndefined();
    expect(drawn).toEqual(['']);
  });

  it('has no picture once it has ended', () => {
    const { source } = sourceOf({ type: 'fixed', text: 'a' });
    source.pictureAt(0);
    source.end();
    source.setContent({ type: 'fixed', text: 'b' });
    expect(source.pictureAt(1)).toBeUndefined();
    expect(source.nextChangeUs(1)).toBe(Infinity);
  });
});

describe('a countdown', () => {
  it('is drawn when its second begins, and says when that is', () => {
    const { source, drawn } = sourceOf({ type: 'countdown', targetMs: 2500, over: 'Now' });
    let programUs = 0;
    const seen: [number, string | undefined][] = [];
    while (programUs < Infinity && seen.length < 9) {
      source.pictureAt(programUs);
      seen.push([programUs, drawn.at(-1)]);
      programUs = source.nextChangeUs(programUs);
      if (drawn.at(-1) === 'Now') break;
    }
    expect(seen).toEqual([
      [0, '0:03'],
      [500_000, '0:02'],
      [1_500_000, '0:01'],
      [2_500_000, 'Now'],
    ]);
  });

  it('follows a wall clock that is set, within a second', () => {
    const { source, drawn, wall } = sourceOf({ type: 'countdown', targetMs: 2500, over: 'Now' });
    source.pictureAt(3_000_000);
    wall.offsetMs = -3_000_000;
    expect(source.nextChangeUs(3_100_000)).toBe(3_100_000);
    source.pictureAt(3_100_000);
    expect(drawn).toEqual(['Now', '50:00']);
    wall.offsetMs = 0;
    source.pictureAt(3_200_000);
    expect(source.nextChangeUs(3_200_000)).toBe(4_200_000);
  });
});
