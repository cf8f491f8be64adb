/** What the window gets of the files that the studio document names, and what it is told when they change. Real files, really renamed. */
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileWatch } from '../../../../electron/main/source-files/file-watch.ts';
import { FolderQueue } from '../../../../electron/main/source-files/folder-queue.ts';
import { stampOf } from '../../../../electron/main/source-files/read-file.ts';
import { SourceFiles } from '../../../../electron/main/source-files/source-files.ts';
import { filterDefaults } from '../../../../shared/studio/filters/filter.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-source-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function imageDocument(...paths: readonly string[]): StudioDocument {
  const sources = paths.map((path, at) => ({
    ...{ id: `image-${at}`, name: `Image ${at}`, kind: 'video' as const },
    input: { type: 'image' as const, path },
  }));
  return { ...defaultDocument, sources: [...defaultDocument.sources, ...sources] };
}

describe('the files of the document', () => {
  it('are read by the source that names them, and no others', async () => {
    const path = join(folder, 'logo.png');
    writeFileSync(path, 'pixels');
    const files = new SourceFiles(() => imageDocument(path));
    const { name, bytes } = await files.read({ sourceId: 'image-0', index: 0 });
    expect([name, new TextDecoder().decode(bytes)]).toEqual(['logo.png', 'pixels']);
    for (const place of [
      { sourceId: 'image-0', index: 1 },
      { sourceId: 'video', index: 0 },
      { sourceId: path, index: 0 },
    ])
      await expect(files.read(place)).rejects.toMatchObject({ code: 'studio/refused' });
    files.dispose();
  });

  it('are read by the filter that names them, and its owner is told of when they change', async () => {
    const path = join(folder, 'warm.cube');
    writeFileSync(path, 'one');
    const settings = { ...filterDefaults.lut, path };
    const filters = [{ id: 'lut', name: 'LUT', isEnabled: true, settings }];
    const scenes = defaultDocument.scenes.map((scene) => ({ ...scene, filters }));
    const files = new SourceFiles(() => ({ ...defaultDocument, scenes }));
    expect(new TextDecoder().decode((await files.read({ filterId: 'lut' })).bytes)).toBe('one');
    await expect(files.read({ filterId: 'other' })).rejects.toMatchObject({ code: 'studio/refused' });
    const changed = new Promise((resolve) => files.onChange.on(resolve));
    writeFileSync(path, 'another');
    expect(await changed).toMatchObject({ filterId: 'lut' });
    files.dispose();
  });

  it('are told of when they change, once for each source that shows them', async () => {
    const path = join(folder, 'logo.png');
    writeFileSync(path, 'one');
    const files = new SourceFiles(() => imageDocument(path, path));
    await files.read({ sourceId: 'image-0', index: 0 });
    const changed = new Promise<readonly string[]>((resolve) => {
      const ids: string[] = [];
      files.onChange.on((place) => {
        ids.push('sourceId' in place ? place.sourceId : place.filterId);
        if (ids.length === 2) resolve(ids);
      });
    });
    writeFileSync(path, 'another');
    expect(await changed).toEqual(['image-0', 'image-1']);
    files.dispose();
  });

  it('are told of to who read them before, also when another source has read them since', async () => {
    const path = join(folder, 'shared.png');
    writeFileSync(path, 'one');
    const files = new SourceFiles(() => imageDocument(path, path));
    await files.read({ sourceId: 'image-0', index: 0 });
    const told = new Promise((resolve) => files.onChange.on(resolve));
    rmSync(path);
    await expect(files.read({ sourceId: 'image-1', index: 0 })).rejects.toMatchObject({
      code: 'source/file-unreadable',
    });
    expect(await told).toMatchObject({ sourceId: 'image-0' });
    files.dispose();
  });

  it('are noticed when they appear only after they were asked for', async () => {
    const path = join(folder, 'later', 'logo.png');
    const files = new SourceFiles(() => imageDocument(path));
    await expect(files.read({ sourceId: 'image-0', index: 0 })).rejects.toMatchObject({
      details: { reason: 'fileMissing' },
    });
    const changed = new Promise((resolve) => files.onChange.on(resolve));
    mkdirSync(join(folder, 'later'));
    writeFileSync(path, 'there');
    expect(await changed).toEqual({ sourceId: 'image-0', index: 0 });
    expect((await files.read({ sourceId: 'image-0', index: 0 })).bytes).toHaveLength(5);
    files.dispose();
  });
});

describe('FileWatch', () => {
  async function watch(path: string) {
    const changes: string[] = [];
    const watched = new FileWatch({ stampOf, onChange: (each) => changes.push(each) });
    watched.follow(path, await stampOf(path));
    return { watched, changes };
  }

  it.each<[string, (path: string) => void]>([
    ['written to', (path) => appendFileSync(path, 'more')],
    ['written anew with as many bytes', (path) => writeFileSync(path, '123')],
    [
      'replaced by a rename, as editors do',
      (path) => {
        writeFileSync(`${path}.new`, 'abc');
        renameSync(`${path}.new`, path);
      },
    ],
    ['renamed', (path) => renameSync(path, `${path}.old`)],
    ['deleted', (path) => rmSync(path)],
    ['gone with its folder', (path) => rmSync(join(path, '..'), { recursive: true })],
  ])('tells once of a file that is %s, as soon as it stands still', async (_what, change) => {
    mkdirSync(join(folder, 'in'));
    const path = join(folder, 'in', 'a.png');
    writeFileSync(path, 'abc');
    const { watched, changes } = await watch(path);
    await watched.look();
    change(path);
    await watched.look();
    expect(changes).toEqual([]);
    await watched.look();
    await watched.look();
    expect(changes).toEqual([path]);
  });

  it('tells of nothing while a file grows, and of nothing when it is as before', async () => {
    const path = join(folder, 'a.png');
    writeFileSync(path, 'a');
    const { watched, changes } = await watch(path);
    for (let turn = 0; turn < 5; turn += 1) {
      appendFileSync(path, 'a');
      await watched.look();
    }
    expect(changes).toEqual([]);
    await watched.look();
    expect(changes).toEqual([path]);
    renameSync(path, `${path}.away`);
    await watched.look();
    watched.follow(path, await stampOf(path));
    await watched.look();
    expect(changes).toEqual([path]);
  });

  it('tells of a file that comes back, also as the same one', async () => {
    const path = join(folder, 'a.png');
    writeFileSync(path, 'abc');
    const { watched, changes } = await watch(path);
    renameSync(path, `${path}.away`);
    for (let turn = 0; turn < 2; turn += 1) await watched.look();
    renameSync(`${path}.away`, path);
    for (let turn = 0; turn < 2; turn += 1) await watched.look();
    expect(changes).toEqual([path, path]);
  });

  it('asks a drive that does not answer once, and the others again', async () => {
    const asked: string[] = [];
    const watched = new FileWatch({
      stampOf: async (path) => {
        asked.push(path);
        return path === 'silent' ? await new Promise<string>(() => undefined) : 'same';
      },
      onChange: () => undefined,
    });
    for (const path of ['silent', 'quick']) watched.follow(path, 'same');
    void watched.look();
    await Promise.resolve();
    void watched.look();
    expect(asked).toEqual(['silent', 'quick', 'quick']);
  });
});

it('a drive that does not answer holds up its own folder alone', async () => {
  const queue = new FolderQueue();
  const done: string[] = [];
  const silent = (): Promise<void> => new Promise(() => undefined);
  void queue.run('silent', silent);
  void queue.run('silent', silent);
  for (const name of ['one', 'two', 'three']) await queue.run(name, () => Promise.resolve(done.push(name)));
  expect(done).toEqual(['one', 'two', 'three']);
});
