/** Destinations as a person keeps them: made, changed, ordered, deleted and brought back, carried to another computer. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { lookInMemory } from '../../support/processes/process-memory.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { secretFrame } from '../../support/window/window-driver.ts';

const KEY = 'sk-7e20-carried-over-51dd';
const OBS_KEY = 'sk-9a11-from-obs-profile-c0';
const PASSPHRASE = 'three quiet words';

let folder: string;
let started: LaunchedBuild;
let page: Page;
let form: FrameLocator;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-presets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  started = await launchApp();
  page = started.page;
  form = secretFrame(page);
});
afterEach(() => started.close());

const frameClosed = (): Promise<void> =>
  page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
const names = (): Promise<string[]> => page.getByRole('article').getByRole('heading').allTextContents();
const card = (name: string): Locator => page.getByRole('article', { name, exact: true });

async function waitForNames(expected: readonly string[]): Promise<void> {
  await waitUntil(`destinations ${expected.join(', ')}`, async () => {
    const shown = await names();
    return shown.join('|') === expected.join('|');
  });
}

async function add(name: string, url: string, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Add destination' }).click();
  await form.getByRole('textbox', { name: 'Server' }).fill(url);
  await form.getByLabel('Stream key', { exact: true }).fill(key);
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByRole('button', { name: 'Save' }).click();
  await frameClosed();
  await card(name).waitFor();
}

async function chooseFor(name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More options for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function openTransfer(item: 'Import…' | 'Export…'): Promise<void> {
  await page.getByRole('button', { name: 'Import and export' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item }).waitFor();
  await page.keyboard.press(item === 'Import…' ? 'Home' : 'End');
  await page.keyboard.press('Enter');
}

/** Answers the system's file dialogs as a person would: Playwright cannot reach into those. */
function answerDialogs(path: string | undefined): Promise<void> {
  return started.app.evaluate(({ dialog }, chosen) => {
    const filePaths = chosen === undefined ? [] : [chosen];
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === undefined, filePaths });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === undefined, filePath: chosen ?? '' });
  }, path);
}

describe('destinations', () => {
  it('are made, edited, duplicated, ordered, switched, deleted and brought back', async () => {
    await add('First', 'rtmp://127.0.0.1/live', KEY);
    await add('Second', 'rtmps://127.0.0.2/live', KEY);
    await waitForNames(['First', 'Second']);

    await chooseFor('First', 'Edit…');
    await form.getByLabel('Name', { exact: true }).fill('Renamed');
    expect(await form.getByLabel('Stream key', { exact: true }).inputValue()).toBe('');
    await form.getByRole('button', { name: 'Save' }).click();
    await frameClosed();
    await waitForNames(['Renamed', 'Second']);

    await chooseFor('Renamed', 'Duplicate');
    await waitForNames(['Renamed', 'Second', 'Renamed copy']);
    await card('Renamed copy').getByRole('switch', { checked: false }).waitFor();
    await chooseFor('Renamed copy', 'Move up');
    await waitForNames(['Renamed', 'Renamed copy', 'Second']);
    await chooseFor('Renamed', 'Move down');
    await waitForNames(['Renamed copy', 'Renamed', 'Second']);

    await card('Second').getByRole('switch', { checked: true }).click();
    await card('Second').getByRole('switch', { checked: false }).waitFor();

    await chooseFor('Renamed', 'Delete');
    await waitForNames(['Renamed copy', 'Second']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitForNames(['Renamed copy', 'Renamed', 'Second']);
    const settings = await page.evaluate(() => window.upcast.invoke('settings:get', undefined));
    expect(settings).toMatchObject({
      ok: true,
      value: { destinations: [{ hasKey: false }, { hasKey: true }, { hasKey: true, isEnabled: false }] },
    });
  });

  it.each([
    [`rtmps://a.rtmps.youtube.com:443/live2/${KEY}`, 'rtmps://a.rtmps.youtube.com:443/live2', KEY, 'youtube'],
    [`rtmp://host.example/live/${KEY}?token=a/b`, 'rtmp://host.example/live', `${KEY}?token=a/b`, 'custom'],
    [
      `rtmp://b.rtmp.youtube.com/live2?backup=1/${KEY}`,
      'rtmp://b.rtmp.youtube.com/live2?backup=1',
      KEY,
      'youtube',
    ],
    [`rtmp://[::1]:1936/app/inst/${KEY}`, 'rtmp://[::1]:1936/app/inst', KEY, 'custom'],
    [`rtmp://me:pw@host.example/live/${KEY}`, 'rtmp://host.example/live', KEY, 'custom'],
    [`"rtmp://host.example/live" ${KEY}`, 'rtmp://host.example/live', KEY, 'custom'],
  ])('a pasted address is taken apart: %s', async (address, server, key, service) => {
    await page.getByRole('button', { name: 'Add destination' }).click();
    await started.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), address);
    const field = form.getByRole('textbox', { name: 'Server' });
    await field.click();
    // Keys go where the focus is, and the form's own process hears of it a moment after the click.
    await waitUntil('the focus', () =>
      field.evaluate((input) => document.hasFocus() && input.matches(':focus')),
    );
    await page.keyboard.press('Control+V');
    await form.getByText(/(was|were) moved to/).waitFor();
    expect(await field.inputValue()).toBe(server);
    const keyField = form.getByLabel('Stream key', { exact: true });
    expect(await keyField.getAttribute('type')).toBe('password');
    expect(await keyField.inputValue()).toBe(key);
    expect(await form.getByLabel('Service').inputValue()).toBe(service);
    await form.getByRole('button', { name: 'Undo' }).click();
    expect(await field.inputValue()).toBe('');
    expect(await keyField.inputValue()).toBe('');
    // By the mouse: the key's release would go to a page whose process has ended by then, and nobody would answer for it.
    await form.getByRole('button', { name: 'Cancel' }).click();
    await frameClosed();
  });

  it('typed whole into the server’s field, an address leaves neither key nor password in the settings', async () => {
    await page.getByRole('button', { name: 'Add destination' }).click();
    await form.getByRole('textbox', { name: 'Server' }).click();
    await page.keyboard.type(`rtmp://me:pw-in-address@127.0.0.1/live/${KEY}`);
    await form.getByRole('button', { name: 'Save' }).focus();
    await form.getByText(/(was|were) moved to/).waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await frameClosed();
    const file = readFileSync(join(started.userDataDir, 'settings.json'), 'utf8');
    expect(file).toContain('rtmp://127.0.0.1/live');
    expect(file).not.toContain(KEY);
    expect(file).not.toContain('pw-in-address');
  });

  it('what breaks a service’s rules is said before going live, and mended by a button', async () => {
    await add('My X', 'rtmps://va.pscp.tv:443/x', KEY);
    const advice = page.getByText('X (Twitter) recommends a keyframe every 3 seconds.');
    await advice.waitFor();
    await page.getByRole('button', { name: 'Fix settings' }).first().click();
    await advice.waitFor({ state: 'detached' });
    const settings = await page.evaluate(() => window.upcast.invoke('settings:get', undefined));
    expect(settings).toMatchObject({
      ok: true,
      value: { studio: { encodings: [{ profile: { keyframeSeconds: 3, audioKbps: 128 } }] } },
    });
  });
});

describe('presets in a file', () => {
  it('leave without keys unless asked, come back with them, and undo', async () => {
    await add('One', 'rtmps://one.example/live', KEY);
    await add('Two', 'rtmp://two.example/live', OBS_KEY);

    const plain = join(folder, 'plain.json');
    await answerDialogs(plain);
    await openTransfer('Export…');
    await form.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('Exported 2 destinations.', { exact: true }).waitFor();
    expect(readFileSync(plain, 'utf8')).toContain('rtmps://one.example/live');
    expect(readFileSync(plain, 'utf8')).not.toContain('"secrets"');

    const sealed = join(folder, 'sealed.json');
    await answerDialogs(sealed);
    await openTransfer('Export…');
    await form.getByLabel('Two').uncheck();
    await form.getByRole('switch', { name: 'Include stream keys and passwords' }).click();
    await form.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await form.getByLabel('Repeat passphrase').fill('another one');
    await form.getByRole('button', { name: 'Export…' }).click();
    await form.getByText('The passphrases don’t match.').waitFor();
    await form.getByLabel('Repeat passphrase').fill(PASSPHRASE);
    await form.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('Exported 1 destination.', { exact: true }).waitFor();
    for (const path of [plain, sealed]) {
      expect(readFileSync(path, 'utf8')).not.toContain(KEY);
      expect(readFileSync(path, 'utf8')).not.toContain(OBS_KEY);
    }

    // Both are there already, and found so only once the key can be compared or the name is the same.
    await openTransfer('Import…');
    await form.getByText('already added as One').waitFor();
    await form.getByRole('button', { name: 'Cancel' }).click();
    await frameClosed();
    await chooseFor('One', 'Delete');
    await waitForNames(['Two']);

    await openTransfer('Import…');
    await form.getByText('key locked').waitFor();
    await form.getByLabel('Passphrase').fill('a wrong one');
    await form.getByRole('button', { name: 'Unlock keys' }).click();
    await form.getByText('Wrong passphrase.').waitFor();
    await form.getByLabel('Passphrase').fill(PASSPHRASE);
    await form.getByRole('button', { name: 'Unlock keys' }).click();
    await form.getByText('one.example · with key').waitFor();
    await form.getByRole('button', { name: 'Add 1' }).click();
    await frameClosed();
    await waitForNames(['Two', 'One']);
    await card('One').getByRole('switch', { checked: false }).waitFor();
    const settings = await page.evaluate(() => window.upcast.invoke('settings:get', undefined));
    expect(settings).toMatchObject({
      ok: true,
      value: { destinations: [{}, { name: 'One', hasKey: true }] },
    });

    await page.getByRole('button', { name: 'Undo' }).last().click();
    await waitForNames(['Two']);
  });

  it('of OBS and lists of addresses are taken over, their keys through main alone', async () => {
    const obs = join(folder, 'service.json');
    writeFileSync(
      obs,
      JSON.stringify({
        type: 'rtmp_common',
        settings: {
          service: 'YouTube - RTMPS',
          server: 'rtmps://a.rtmps.youtube.com:443/live2',
          key: OBS_KEY,
        },
      }),
    );
    await answerDialogs(obs);
    await openTransfer('Import…');
    await form.getByText('a.rtmps.youtube.com · with key').waitFor();

    const list = join(folder, 'list.txt');
    writeFileSync(list, `# mine\nChurch = rtmp://media.example/live/${KEY}\nhttps://not.example/${KEY}\n`);
    await answerDialogs(list);
    await form.getByRole('button', { name: 'Choose another file…' }).click();
    await form.getByText('media.example · with key').waitFor();
    await form.getByText(/^Line 3: this is a web page/).waitFor();

    await answerDialogs(obs);
    await form.getByRole('button', { name: 'Choose another file…' }).click();
    await form.getByText('a.rtmps.youtube.com · with key').waitFor();
    const mainPid = started.app.process().pid ?? 0;
    const holders = sampleProcesses(mainPid)
      .filter(({ pid }) => pid !== mainPid)
      .filter(({ pid }) => lookInMemory(pid, [KEY, OBS_KEY]).findings.length > 0);
    expect(holders.map(({ part }) => part)).toEqual([]);
    await form.getByRole('button', { name: 'Add 1' }).click();
    await frameClosed();
    await waitForNames(['YouTube - RTMPS']);
    const settings = await page.evaluate(() => window.upcast.invoke('settings:get', undefined));
    expect(settings).toMatchObject({
      ok: true,
      value: { destinations: [{ serviceId: 'youtube', hasKey: true, isEnabled: false }] },
    });
  });

  it('that cannot be used say why, in words', async () => {
    const newer = join(folder, 'newer.json');
    writeFileSync(newer, JSON.stringify({ format: 'upcast-presets', version: 9, destinations: [] }));
    await answerDialogs(newer);
    await openTransfer('Import…');
    await form.getByText(/newer version of Upcast saved this file \(format 9/).waitFor();
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format": "upcast-presets", "version": 1, "destinations": [');
    await answerDialogs(broken);
    await form.getByRole('button', { name: 'Choose file…' }).click();
    await form.getByText(/The file is damaged/).waitFor();
    await answerDialogs(undefined);
    await form.getByRole('button', { name: 'Choose file…' }).click();
    await frameClosed();
    expect(await names()).toEqual([]);
  });
});
