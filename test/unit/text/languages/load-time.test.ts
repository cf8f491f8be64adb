/** The language is chosen while the app starts, so no module of the window or of what all share reads a message while it loads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

const repository = join(import.meta.dirname, '../../../..');

vi.mock('../../../../shared/text/text.ts', () => {
  const read = (): never => {
    throw new Error('a message is read before there is a language');
  };
  return {
    setTexts: () => undefined,
    get texts() {
      return read();
    },
    get format() {
      return read();
    },
  };
});

function modulesOf(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes("text/text.ts'"));
}

/** Main chooses before it loads any other module (`start-language.ts`). */
test.each([
  ...['renderer/features', 'renderer/ui', 'renderer/state', 'renderer/media'],
  ...['shared', 'electron/settings'],
])(
  'no module of %s reads a message while it loads',
  async (folder) => {
    const paths = modulesOf(folder);
    expect(paths.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const path of paths) {
      await import(path).catch((error: unknown) => faults.push(`${path}: ${String(error)}`));
    }
    expect(faults).toEqual([]);
  },
  60_000,
);
