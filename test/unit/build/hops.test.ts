/** The hops that ARCHITECTURE.md lists are there; those of a frame are whole, and are no more than two thirds of what they were. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Two thirds of what a frame once took. */
const MOST_FRAME_HOPS = 30;

const ROOT = join(import.meta.dirname, '../../..');
const section = (
  /## Hops\n([\s\S]*?)\n## /.exec(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'))?.[1] ?? ''
).replaceAll(/\n- [a-z’' ]+:/g, '\n');

interface Hop {
  readonly path: string;
  readonly name: string;
}

/** `path` name, name [asked, asked] */
function stepsIn(text: string): { readonly path: string; readonly names: readonly string[] }[] {
  return [...text.matchAll(/`([\w./-]+\.tsx?)`([^`→]*)/g)].map(([, path = '', rest = '']) => ({
    path,
    names: [
      ...(rest.split(/[;.(]|\n\n/)[0] ?? '').replaceAll(/\[[^\]]*\]/g, '').matchAll(/#?[a-zA-Z]+/g),
    ].map(([name]) => name),
  }));
}

const hopsIn = (text: string): readonly Hop[] =>
  stepsIn(text).flatMap(({ path, names }) => names.map((name) => ({ path, name })));

const codeOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A function's or a method's code, by the indentation that the formatter gives. */
function bodyOf({ path, name }: Hop): string {
  const lines = codeOf(path).split('\n');
  const head = new RegExp(
    `^( *)(?:(?:export|readonly|async|function) )*${name}(?:<[^>]*>)?(?:\\(| =|:)(?:.*[{(])?$`,
  );
  const at = lines.findIndex((line) => head.test(line));
  const indentation = head.exec(lines[at] ?? '')?.[1] ?? '';
  const end = lines.findIndex(
    (line, index) => index > at && new RegExp(`^${indentation}\\}[;,]?$`).test(line),
  );
  return at === -1 || end === -1 ? '' : lines.slice(at, end).join('\n');
}

/** What a hop is called by, or given to whoever calls it, without a function between. */
const callOf = (name: string): RegExp => new RegExp(`[.?]${name}\\(`);
const referenceTo = (name: string): RegExp =>
  new RegExp(`\\((?:[^()]*, )?this\\.${name}(?:\\.bind\\([^()]*\\))?\\)`);

/** Hops that nobody on the way to them calls. One that is entered by reference, as for an event, begins another way. */
function gapsIn(hops: readonly Hop[]): readonly string[] {
  const gaps: string[] = [];
  let way: readonly Hop[] = hops.slice(0, 1);
  for (const hop of hops.slice(1)) {
    const caller = way.findLastIndex((before) => callOf(hop.name).test(bodyOf(before)));
    const isEntered = caller === -1 && referenceTo(hop.name).test(codeOf(hop.path));
    if (caller === -1 && !isEntered) gaps.push(`${hop.path} ${hop.name}`);
    way = isEntered ? [hop] : [...(caller === -1 ? way : way.slice(0, caller + 1)), hop];
  }
  return gaps;
}

/** A list that begins so: the number that it says, and its hops. */
function listOf(beginning: RegExp): { readonly counted: number; readonly hops: readonly Hop[] } {
  const [, counted = '', text = ''] =
    new RegExp(`${beginning.source}[^\\n]*\\n([\\s\\S]*?)\\n(?=A |\\*\\*)`).exec(section) ?? [];
  return { counted: Number(counted), hops: hopsIn(text) };
}

const straight = listOf(/Each frame, in (\d+) hops/);
const composed = listOf(/A frame of a composed scene comes up to the frame file in (\d+) hops/);

describe('the hops of ARCHITECTURE.md', () => {
  it.each(stepsIn(section).map(({ path, names }) => [path, names.join(', '), names] as const))(
    '%s has %s',
    (path, _shown, names) => {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      const code = codeOf(path);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !new RegExp(`(?<![\\w#])${name}\\b`).test(code))).toEqual([]);
    },
  );

  it('counts the hops of a frame as the list has them', () => {
    expect(straight.hops).toHaveLength(straight.counted);
    expect(straight.hops.length).toBeLessThanOrEqual(MOST_FRAME_HOPS);
    expect(composed.hops).toHaveLength(composed.counted);
  });

  it.each([
    ['a frame', straight.hops],
    ['a frame of a composed scene', composed.hops],
  ])('leaves out no function between two hops of %s', (_what, hops) => {
    expect(hops.filter((hop) => bodyOf(hop) === '')).toEqual([]);
    expect(gapsIn(hops)).toEqual([]);
  });

  it.each([
    ['renderer/media/sources/track-reader.ts', '#give'],
    ['renderer/media/sources/track-frames.ts', '#sendWaiting'],
    ['electron/engine/encode/program-encoder.ts', '#placeFrame'],
    ['electron/rtmp/session/publish/publish-session.ts', 'sendMedia'],
  ])('finds that %s %s is left out', (path, name) => {
    const others = straight.hops.filter((hop) => hop.path !== path || hop.name !== name);
    expect(others).toHaveLength(straight.counted - 1);
    expect(gapsIn(others)).not.toEqual([]);
  });
});
