/** Text from a file, a countdown and a slide show on air: what the server recorded shows them as they are at each moment. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { TextInput } from '../../../shared/studio/inputs.ts';
import { waitForPicture } from '../../support/media/growing-recording.ts';
import { paint, pngFile } from '../../support/media/image-files.ts';
import { colourAt, isNear, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { fakeDevices } from '../../support/window/electron-app.ts';
import { cameraStudio, chooseFiles } from '../../support/window/image-studio.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

/** On a busy machine a change comes later: less than the half of a slide. */
const BUSY_FRAMES = 15;
/** Of each value: letters and edges at a low bitrate. */
const TOLERANCE = 40;

const studios = openStudios();

/** Its box is red, as wide as its words, in the middle of the canvas. */
const text: TextInput = {
  ...{ type: 'text', text: 'typed', family: 'sans-serif', sizePx: 60, lineSpacing: 1, alignment: 'left' },
  ...{ isBold: true, isItalic: false, isUnderlined: false, isStruckOut: false },
  ...{ colour: '#ff0000ff', background: '#ff0000ff' },
};

/** Places of the middle row that are red. */
function redWidth(picture: SmallPicture): number {
  return Array.from({ length: 32 }, (_, column) => colourAt(picture, column, 9)).filter((seen) =>
    isNear(seen, [255, 0, 0], TOLERANCE),
  ).length;
}

it('a text follows its file: the last lines of a log, as they are written', async () => {
  const launched = await studios.launch(cameraStudio(), { args: fakeDevices });
  const { page } = launched;
  const path = join(studios.folder, 'log.txt');
  writeFileSync(path, 'a line that is not shown\nshort\n');
  const add: DocumentCommand = { type: 'addSource', sceneId: 'main', name: 'Log', input: text };
  const added = await runCommand(page, add);
  const sourceId = added.isDone ? (added.created?.sourceId ?? '') : '';
  await chooseFiles(launched, { channel: 'sourceFiles:chooseText', sourceId }, [path]);
  const content = { type: 'file', path, lastLines: 1 } as const;
  await runCommand(page, { type: 'setSourceInput', sourceId, input: { ...text, content } });
  await goLiveTo(page, studios.server.url, 'log');
  const isShown = (from: number, to: number) => (picture: SmallPicture) =>
    redWidth(picture) > from && redWidth(picture) < to;
  await waitForPicture(studios.server, 'log', 'the short line', isShown(4, 14));
  await stayOnAir(page, 3);
  writeFileSync(path, 'short\nas wide as it can\n');
  await waitForPicture(studios.server, 'log', 'the long line', isShown(13, 33));
  rmSync(path);
  await stayOnAir(page, 3);
  await endBroadcast(page);

  const widths = (await smallPictures(await studios.server.finishedRecording('log'))).map(redWidth);
  const first = widths[30] ?? 0;
  const last = widths.at(-1) ?? 0;
  expect(first).toBeGreaterThan(4);
  expect(first).toBeLessThan(14);
  expect(last).toBeGreaterThan(first + 8);
  const changed = widths.indexOf(last, 30);
  // The text changes from one picture to the next, and stands while its file is gone.
  expect(widths.slice(30, changed).every((width) => width === first)).toBe(true);
  expect(widths.slice(changed).every((width) => width === last)).toBe(true);
});

it('a countdown counts to its moment, and says then that it is over', async () => {
  const launched = await studios.launch(cameraStudio(), { args: fakeDevices });
  const { page } = launched;
  await goLiveTo(page, studios.server.url, 'countdown');
  await waitOnAir(page, 2);
  const content = { type: 'countdown', targetMs: Date.now() + 4000, over: 'as wide as it can' } as const;
  const input = { ...text, content };
  await runCommand(page, { type: 'addSource', sceneId: 'main', name: 'Countdown', input });
  await waitForPicture(studios.server, 'countdown', 'the end of it', (picture) => redWidth(picture) > 16);
  await stayOnAir(page, 2);
  await endBroadcast(page);

  const widths = (await smallPictures(await studios.server.finishedRecording('countdown'))).map(redWidth);
  const last = widths.at(-1) ?? 0;
  const [first, over] = [widths.findIndex((width) => width > 0), widths.indexOf(last)];
  expect(first).toBeGreaterThan(30);
  expect(widths.slice(first, over).every((width) => width > 0 && width < last - 8)).toBe(true);
  expect(widths.slice(over).every((width) => width === last)).toBe(true);
  // Four seconds, less what it took to come on air.
  expect(over).toBeGreaterThan(first);
  expect(over - first).toBeLessThanOrEqual(121);
});

it('a slide show shows one image after the other, and passes over one that is missing', async () => {
  const launched = await studios.launch(cameraStudio(), { args: fakeDevices });
  const { page } = launched;
  const colours = { red: [255, 0, 0], blue: [0, 0, 255] } as const;
  const paths = (['red', 'gone', 'blue'] as const).map((name) => {
    const path = join(studios.folder, `${name}.png`);
    if (name !== 'gone') writeFileSync(path, pngFile(paint(64, 36, () => [...colours[name], 255] as const)));
    return path;
  });
  const sourceId = await chooseFiles(
    launched,
    { channel: 'sourceFiles:chooseSlides', name: 'Slides' },
    paths,
  );
  const size = { width: 640, height: 360 };
  const look = { type: 'slideshow', paths, ...size, slideMs: 1000, fadeMs: 0, order: 'loop' } as const;
  await runCommand(page, { type: 'setSourceInput', sourceId, input: look });
  await goLiveTo(page, studios.server.url, 'slides');
  await waitOnAir(page, 10);
  await endBroadcast(page);

  const recorded = await smallPictures(await studios.server.finishedRecording('slides'));
  const seen = recorded.map((picture) => {
    const middle = colourAt(picture, 16, 9);
    if (isNear(middle, colours.red, TOLERANCE)) return 'r';
    return isNear(middle, colours.blue, TOLERANCE) ? 'b' : '?';
  });
  const runs = seen.join('').match(/r+|b+|\?+/g) ?? [];
  // Whole turns: red stands for the time of the missing slide too.
  const whole = runs.slice(1, -1);
  expect(whole.length).toBeGreaterThan(3);
  for (const run of whole) {
    const wanted = run.startsWith('r') ? 60 : 30;
    expect(
      Math.abs(run.length - wanted),
      runs.map((each) => `${each[0]}${each.length}`).join(' '),
    ).toBeLessThan(BUSY_FRAMES);
  }
});
