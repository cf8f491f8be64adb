/** The window turns with the language: styles name the start and the end of a line, and left and right only where a picture has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const physical =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius|text-align:\s*(?:left|right)|float)\b/;
/** Four values name a right and a left side. */
const unequalSides =
  /^\s*(?:margin|padding|inset|border-width):\s*((?:[^\s;()]|\([^()]*\))+)\s+(\S+)\s+(\S+)\s+([^;]+);/;

/** Pictures that run to the right in every language -> why. */
const pictures: ReadonlyMap<string, string> = new Map([
  ['renderer/features/graph/GraphView.module.css', 'time runs to the right'],
  ['renderer/features/canvas-editor/CanvasEditor.module.css', 'places on the canvas'],
  ['renderer/features/mixer/fader/Fader.module.css', 'a thumb that is moved onto its track'],
  ['renderer/features/mixer/filters/SoundFilterFields.module.css', 'a meter that grows from the right'],
  ['renderer/ui/overlays/Toasts.module.css', 'in the middle of the window'],
]);

test('no style names left or right but those of pictures', () => {
  const files = readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => {
        const [, , right, , left] = unequalSides.exec(line) ?? [];
        return physical.test(line) || right !== left;
      })
      .map((line) => `${file}: ${line.trim()}`),
  );
  const fileOf = (line: string): string => line.split(': ', 1)[0] ?? '';
  expect(found.filter((line) => !pictures.has(fileOf(line)))).toEqual([]);
  expect([...pictures.keys()].filter((file) => !found.some((line) => fileOf(line) === file))).toEqual([]);
});
