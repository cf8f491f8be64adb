/** The mixer: by mouse, by keyboard, for screen readers; its meters cost React nothing. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { runCommand } from '../../support/window/window-driver.ts';

let started: LaunchedBuild;
let page: Page;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  await page.getByRole('region', { name: 'Audio level' }).waitFor();
});
afterEach(() => started.close());

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

async function documentSays(read: (studio: StudioDocument) => unknown, wanted: unknown): Promise<void> {
  await waitUntil(
    `the document says ${JSON.stringify(wanted)}`,
    async () => JSON.stringify(read(await readStudio())) === JSON.stringify(wanted),
  );
}

/** Of the second channel, which is the tone's. */
const tone = ({ channels }: StudioDocument): Channel | undefined => channels[1];
const strip = (name: string): Locator => page.getByRole('region', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const fader = (name: string) => page.getByRole('slider', { name: `${name}, fader` });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

async function picture(name: string): Promise<void> {
  const target = process.env['UPCAST_LOOKS'];
  if (target !== undefined) await page.screenshot({ path: join(target, `${name}.png`) });
}

async function addTone(): Promise<void> {
  await button('Add audio').click();
  await item('Test tone').click();
  await strip('Test tone').waitFor();
}

const gainDb = ({ gain }: Pick<Channel, 'gain'> = { gain: Number.NaN }) =>
  Math.round(20 * Math.log10(gain) * 10) / 10;

describe('by mouse', () => {
  it('the second channel opens the mixer, and the last one to go closes it', async () => {
    await addTone();
    await page.getByRole('region', { name: 'Audio mixer' }).waitFor();
    await strip('Program audio').waitFor();
    await button('More options for Test tone').click();
    await item('Remove').click();
    await page.getByText('Removed “Test tone”.').first().waitFor();
    await page.getByRole('region', { name: 'Audio level' }).waitFor();
    await page.keyboard.press('Control+z');
    await strip('Test tone').waitFor();
  });

  it('a channel is muted, faded, listened to, renamed and moved', async () => {
    await addTone();
    await button('Mute Test tone').click();
    await documentSays((studio) => tone(studio)?.isMuted, true);
    await strip('Test tone').getByText('Muted').waitFor();
    const level = page.getByRole('textbox', { name: 'Test tone, level' });
    await level.fill('-6.5');
    await level.press('Enter');
    await documentSays((studio) => gainDb(tone(studio)), -6.5);
    await fader('Test tone').dblclick();
    await documentSays((studio) => gainDb(tone(studio)), 0);
    const box = await fader('Test tone').boundingBox();
    if (box === null) throw new Error('the fader isn’t shown');
    await page.mouse.move(box.x + box.width / 2, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + 20, { steps: 10 });
    await page.mouse.up();
    await documentSays((studio) => tone(studio)?.gain, 0);
    await expect.poll(() => fader('Test tone').getAttribute('aria-valuetext')).toBe('−∞ dB');
    // The drag was one step.
    await page.keyboard.press('Control+z');
    await documentSays((studio) => gainDb(tone(studio)), 0);
    await button('Monitoring, Test tone: off').click();
    await item('Monitor only (not sent)').click();
    await documentSays((studio) => tone(studio)?.monitoring, 'only');
    await strip('Test tone').getByText('Monitor only').waitFor();
    await button('Solo Test tone').click();
    await expect.poll(() => button('Solo Test tone').getAttribute('aria-pressed')).toBe('true');
    await button('More options for Test tone').click();
    await item('Rename').click();
    await page.getByRole('textbox', { name: 'Channel name' }).fill('Beep');
    await page.keyboard.press('Enter');
    await strip('Beep').waitFor();
    await button('More options for Beep').click();
    await item('Move left').click();
    await documentSays(({ channels }) => channels.map(({ id }) => id === 'main'), [false, true]);
  });

  it('filters of a channel are added, changed and pasted into another one, and named on the strip', async () => {
    await addTone();
    await button('More options for Test tone').click();
    await item('Filters…').click();
    await button('Add filter').click();
    await item('Noise gate').click();
    await page.getByRole('spinbutton', { name: 'Open threshold' }).fill('-30');
    await button('Add filter').click();
    await item('Compressor').click();
    await page.getByLabel('Sidechain').selectOption({ index: 1 });
    await documentSays(
      (studio) => tone(studio)?.filters?.map(({ settings }) => settings),
      [
        { type: 'gate', openDb: -30, closeDb: -32, attackMs: 25, holdMs: 200, releaseMs: 150 },
        {
          ...{ type: 'compressor', ratio: 10, thresholdDb: -18, attackMs: 6, releaseMs: 60, outputDb: 0 },
          sideChannelId: 'main',
        },
      ],
    );
    await picture('mixer-filters');
    expect(await brokenRules(page, 'dark')).toEqual([]);
    await button('Done').click();
    await strip('Test tone')
      .getByText(/^Ducked by .+, Noise gate$/)
      .waitFor();
    await button('More options for Test tone').click();
    await item('Copy 2 filters').click();
    await button('More options for Fake Default Audio Input').click();
    await item('Paste 2 filters').click();
    await documentSays(
      ({ channels }) => channels[0]?.filters?.map(({ name }) => name),
      [...['Noise gate', 'Compressor']],
    );
  });

  it('tracks, sides, offset and a key are set of a channel; target, limiter and names of the program', async () => {
    await addTone();
    await button('More options for Test tone').click();
    await item('Audio settings…').click();
    const dialog = page.getByRole('dialog', { name: 'Audio settings for “Test tone”' });
    await dialog.getByRole('spinbutton', { name: 'Balance' }).fill('-50');
    await dialog.getByRole('switch', { name: 'Mono' }).click();
    await dialog.getByRole('checkbox', { name: 'Track 2' }).click();
    await dialog.getByRole('spinbutton', { name: 'Sync offset' }).fill('120');
    await dialog.getByRole('combobox', { name: 'Hotkey' }).selectOption('Push to talk');
    await dialog.getByRole('button', { name: /^Key: / }).click();
    await page.keyboard.press('Control+Shift+T');
    const set = (studio: StudioDocument) => {
      const { balance, isMono, tracks, syncOffsetMs, pushTo } = tone(studio) ?? {};
      return { balance, isMono, tracks, syncOffsetMs, pushTo };
    };
    await documentSays(set, {
      ...{ balance: -0.5, isMono: true, tracks: [1, 3, 4, 5, 6], syncOffsetMs: 120 },
      pushTo: { mode: 'talk', accelerator: 'Control+Shift+T', releaseMs: 0 },
    });
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await brokenRules(page, colorScheme)).toEqual([]);
      await picture(`mixer-channel-${colorScheme}`);
    }
    await dialog.getByRole('button', { name: 'Done' }).click();
    await button('More options for the program').click();
    await item('Program audio…').click();
    const program = page.getByRole('dialog', { name: 'Program audio' });
    await program.getByRole('combobox', { name: 'Loudness target' }).selectOption({ label: 'Custom…' });
    await program.getByRole('spinbutton', { name: 'Custom target' }).fill('-20');
    await program.getByRole('spinbutton', { name: 'Ceiling' }).fill('-3');
    await program.getByRole('textbox', { name: 'Track 2' }).fill('Music');
    await program.getByRole('combobox', { name: 'Stream track' }).selectOption('Music');
    await documentSays(
      ({ mixer }) => [mixer?.target, mixer?.ceilingDb, mixer?.trackNames?.[1], mixer?.streamTrack],
      [...[-20, -3, 'Music', 2]],
    );
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await brokenRules(page, colorScheme)).toEqual([]);
      await picture(`mixer-program-${colorScheme}`);
    }
  });
});

describe('by keyboard', () => {
  it('a fader steps by 0.5 and 3 dB, to the ends, and says its level', async () => {
    await addTone();
    await fader('Test tone').focus();
    const says = async (text: string) => {
      await expect.poll(() => fader('Test tone').getAttribute('aria-valuetext')).toBe(text);
    };
    await says('0.0 dB');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await says('−1.5 dB');
    await page.keyboard.press('PageDown');
    await says('−3.0 dB');
    await page.keyboard.press('End');
    await says('+12.0 dB');
    await page.keyboard.press('Home');
    await says('−∞ dB');
    await documentSays((studio) => tone(studio)?.gain, 0);
    await page.keyboard.press('Control+z');
    await says('0.0 dB');
  });

  it('a strip is muted, renamed and moved by its keys, and Ctrl+M mutes the first channel', async () => {
    await addTone();
    await fader('Test tone').focus();
    await page.keyboard.press('m');
    await documentSays((studio) => tone(studio)?.isMuted, true);
    // The second one is the repeat of a key that stays down.
    for (const key of ['s', 's']) await page.keyboard.down(key);
    await page.keyboard.up('s');
    await expect.poll(() => button('Solo Test tone').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Channel name' }).waitFor();
    await page.keyboard.type('Beep m');
    await page.keyboard.press('Enter');
    await strip('Beep m').waitFor();
    await button('More options for Beep m').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await documentSays(({ channels }) => channels.map(({ id }) => id === 'main'), [false, true]);
    await page.keyboard.press('Control+m');
    await documentSays(({ channels }) => channels.map(({ isMuted }) => isMuted), [true, true]);
  });
});

it('a channel with a key to talk is silent until the key is held', async () => {
  await addTone();
  const { channels } = await readStudio();
  const channelId = channels[1]?.id ?? '';
  const pushTo = { mode: 'talk', accelerator: 'F8', releaseMs: 0 } as const;
  await runCommand(page, { type: 'setChannel', channelId, pushTo });
  const mark = strip('Test tone').getByText('Hold F8 to talk');
  await mark.waitFor();
  await page.keyboard.down('F8');
  await mark.waitFor({ state: 'detached' });
  await page.keyboard.up('F8');
  await mark.waitFor();
});

it('breaks no rule of axe with one channel and with several, in windows small and large', async () => {
  await picture('mixer-one');
  for (const name of ['Music', 'Game']) {
    await runCommand(page, { type: 'addAudioSource', input: { type: 'tone' }, name });
  }
  const gone = { type: 'microphone', deviceId: 'gone', label: 'Guest microphone' } as const;
  await runCommand(page, { type: 'addAudioSource', input: gone, name: 'Guest' });
  await strip('Guest')
    .getByText(/^“Guest microphone” isn’t connected\./)
    .waitFor();
  // Advice is longer than its strip in the small window.
  await strip('Program audio')
    .getByRole('status')
    .getByText(/ LU too /)
    .waitFor();
  for (const [width, height] of [
    [960, 600],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await brokenRules(page, colorScheme)).toEqual([]);
      await picture(`mixer-${width}-${colorScheme}`);
    }
  }
});

/** What React and the canvases did since the page was loaded. */
interface Counts {
  commits: number;
  draws: number;
}

it('meters are drawn many times a second without a render', async () => {
  await page.addInitScript(() => {
    const counts = { commits: 0, draws: 0 };
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        counts.commits += 1;
      },
      onCommitFiberUnmount: () => undefined,
    };
    Object.assign(window, { counts, __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
    // The worker draws them: what counts is that another picture is there.
    const shown = new WeakMap<HTMLCanvasElement, number>();
    const look = (): void => {
      for (const meter of document.querySelectorAll<HTMLCanvasElement>('[data-testid="meter"] canvas')) {
        const copy = new OffscreenCanvas(meter.width, meter.height).getContext('2d');
        copy?.drawImage(meter, 0, 0);
        let picture = 0;
        for (const value of copy?.getImageData(0, 0, meter.width, meter.height).data ?? [])
          picture = (Math.imul(picture, 31) + value) >>> 0;
        if (shown.get(meter) !== picture) counts.draws += 1;
        shown.set(meter, picture);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();
  await addTone();
  const read = () => page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
  await waitUntil('React was counted', async () => (await read()).commits > 0);
  let before = await read();
  await waitUntil('a hundred drawings without a render', async () => {
    const now = await read();
    if (now.commits !== before.commits) before = now;
    return now.draws - before.draws > 100;
  });
});
