/**
 * Every channel between window and main with what it never expects, sent by the real window and the real secret frame: an answer of
 * ours each time, nothing thrown, nothing changed, and main goes on.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { invokeContract } from '../../../shared/ipc/contract.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { inSecretFrame } from '../../support/window/frames/secret-frame.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

/** A refusal names fields, and repeats nothing of what was sent. */
const LONGEST_ANSWER = 2000;

let started: LaunchedBuild;

beforeEach(async () => {
  started = await launchApp();
  await started.app.evaluate(({ app, dialog }) => {
    const uncaught: string[] = [];
    Object.assign(app, { uncaught });
    process.on('uncaughtException', (error) => uncaught.push(String(error)));
    process.on('unhandledRejection', (error) => uncaught.push(String(error)));
    // A call that got through to a dialog would wait for a person.
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
});
afterEach(async () => {
  await started.close();
});

async function settings(): Promise<unknown> {
  return await started.page.evaluate(() => window.upcast.invoke('settings:get', undefined));
}

function isRefused(what: string, answer: string): boolean {
  if (/^(no:channel|__proto__|toString) /.test(what)) return /rejected|input\/bad-message/.test(answer);
  if (what.endsWith(' a deeper value')) return answer.includes('recursion depth exceeded');
  // The bridge makes an empty record of them, and these channels take an empty one from the window.
  const takesEmpty = /^(settings:update|collections:openImport) a (map|date)$/.test(what);
  if (takesEmpty && answer.startsWith('{"ok":true')) return true;
  return (
    answer.startsWith('{"ok":false,"error":{"code":"input/bad-message"') && answer.length < LONGEST_ANSWER
  );
}

/** Runs in a page. */
async function sendAll(channels: readonly string[]) {
  const deep = (depth: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { id: value };
    return value;
  };
  const circle: Record<string, unknown> = { id: 'x' };
  circle['self'] = circle;
  const wide = Object.fromEntries(Array.from({ length: 1000 }, (_none, index) => [`f${index}`, index]));
  const inputs: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a number', NaN],
    ['a bigint', 2n ** 70n],
    ['a text', 'text'],
    ['a huge text', 'x'.repeat(300_000)],
    ['a list', [[], {}, null]],
    ['a deep value', deep(400)],
    ['a deeper value', deep(2000)],
    ['a circle', circle],
    ['many fields', wide],
    ['a prototype', JSON.parse('{"__proto__": {"polluted": true}, "id": "a", "constructor": 1}')],
    ['a wrong id', { id: { toString: 'x' } }],
    ['a long id', { id: 'x'.repeat(100_000) }],
    ['a path', { id: '../../../../etc/passwd', ids: ['../..'], suggestedName: '../../x', sourceId: 7 }],
    ['wrong kinds', { destination: [], key: {}, password: 7, chosen: [-1, 1e9], isRehearsal: 'yes' }],
    ['a long list', { ids: Array.from({ length: 5000 }, () => 7) }],
    ['bytes', new Uint8Array(300_000)],
    ['a map', new Map([['id', 'x']])],
    ['a date', new Date(NaN)],
    ['half a surrogate pair', { id: '\ud800', passphrase: '\udfff', kind: 'csv', content: '\ud800' }],
  ];
  // The bridge itself throws at once where a value is too deep for it.
  const send = async (channel: string, input: unknown): Promise<unknown> =>
    await (window.upcast.invoke as (channel: string, input: unknown) => Promise<unknown>)(channel, input);
  const answerTo = async (channel: string, [name, input]: readonly [string, unknown]) => ({
    what: `${channel} ${name}`,
    answer: await send(channel, input).then(
      (result) => JSON.parse(JSON.stringify(result)) as unknown,
      (error: unknown) => `rejected: ${String(error)}`,
    ),
  });
  const given: { readonly what: string; readonly answer: unknown }[] = [];
  for (const channel of [...channels, 'no:channel', '__proto__', 'toString'])
    given.push(...(await Promise.all(inputs.map(async (each) => await answerTo(channel, each)))));
  return given;
}

it('answers whatever is sent, and changes nothing', async () => {
  const { page, app } = started;
  const before = await settings();
  const channels = Object.keys(invokeContract);
  const answers = [
    ...(await page.evaluate(sendAll, channels)),
    ...(await inSecretFrame(page, async (frame) => await frame.evaluate(sendAll, channels))),
  ];

  expect(answers.length).toBeGreaterThan(1800);
  const unexpected = answers.filter(({ what, answer }) => !isRefused(what, JSON.stringify(answer)));
  expect(unexpected).toEqual([]);
  expect(await app.evaluate((electron) => (electron.app as { uncaught?: string[] }).uncaught)).toEqual([]);
  expect(await app.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await settings()).toEqual(before);
});
