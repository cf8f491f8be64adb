/** The linter really enforces who may import whom and where `null` may stand: each rule is tried with a file that breaks it and one that does not. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../../..');

/** File, what it imports, whether the linter must refuse it. */
const cases: readonly (readonly [file: string, imported: string, isRefused: boolean])[] = [
  ['shared/a.ts', 'zod', false],
  ['shared/b.ts', './a.ts', false],
  ['shared/c.ts', 'node:path', true],
  ['shared/d.ts', 'electron', true],
  ['shared/ipc/e.ts', '../../electron/main/main.ts', true],
  ['shared/f.ts', '../renderer/main.tsx', true],
  ['electron/rtmp/session/a.ts', '../../../shared/assert.ts', false],
  ['electron/rtmp/session/b.ts', '../../../shared/errors/app-error.ts', false],
  ['electron/rtmp/session/c.ts', '../bytes/byte-reader.ts', false],
  ['electron/rtmp/session/d.ts', '../../../shared/emitter.ts', true],
  ['electron/rtmp/session/e.ts', '../publisher/publisher.ts', true],
  ['electron/rtmp/session/f.ts', 'node:crypto', true],
  ['electron/rtmp/flv/g.ts', 'zod', true],
  ['electron/rtmp/rtmfp/flows/a.ts', 'node:crypto', true],
  ['electron/rtmp/rtmfp/flows/b.ts', '../net/session-runner.ts', true],
  ['electron/rtmp/rtmfp/startup/a.ts', '../../bytes/byte-reader.ts', false],
  ['electron/rtmp/rtmfp/crypto/a.ts', 'node:crypto', false],
  ['electron/rtmp/rtmfp/crypto/b.ts', 'node:dgram', true],
  ['electron/rtmp/rtmfp/crypto/c.ts', '../net/session-runner.ts', true],
  ['electron/rtmp/rtmfp/net/a.ts', 'node:dgram', false],
  ['electron/rtmp/net/a.ts', 'node:tls', false],
  ['electron/rtmp/net/b.ts', '../index.ts', false],
  ['electron/rtmp/net/c.ts', '../../engine/outputs/program.ts', true],
  ['electron/rtmp/publisher/d.ts', 'electron', true],
  ['electron/media-file/a.ts', '../rtmp/flv/packet.ts', false],
  ['electron/media-file/b.ts', '../rtmp/publisher/publisher.ts', true],
  ['electron/rtmp/publisher/e.ts', '../../media-file/read-flv.ts', false],
  ['electron/main/f.ts', '../media-file/read-flv.ts', true],
  ['electron/engine/encode/a.ts', '../../rtmp/flv/packet.ts', false],
  ['electron/engine/encode/b.ts', '../../rtmp/index.ts', true],
  ['electron/engine/encode/c.ts', '../outputs/record/recorder.ts', true],
  ['electron/engine/encode/d.ts', '../sources/media-input.ts', true],
  ['electron/engine/encode/e.ts', '../frames/picture-bytes.ts', false],
  ['electron/engine/sources/a.ts', '../encode/encoder.ts', true],
  ['electron/engine/sources/b.ts', '../ffmpeg/ffmpeg-log.ts', false],
  ['electron/engine/sources/c.ts', '../outputs/output.ts', true],
  ['electron/engine/outputs/link/a.ts', '../../broadcast/broadcast.ts', true],
  ['electron/engine/outputs/link/b.ts', '../../encode/encoded-packet.ts', false],
  ['electron/engine/outputs/c.ts', '../sources/media-input.ts', true],
  ['electron/engine/broadcast/a.ts', '../../rtmp/publisher/publisher.ts', false],
  ['electron/engine/outputs/machines/a.ts', '../../../../shared/broadcast/state.ts', false],
  ['electron/engine/outputs/machines/b.ts', '../../../rtmp/flv/packet.ts', true],
  ['electron/engine/engine.ts', 'electron', false],
  ['electron/engine/a.ts', 'electron', true],
  ['electron/engine/b.ts', '../settings/store.ts', true],
  ['electron/language/a.ts', '../../shared/text/text.ts', false],
  ['electron/language/b.ts', '../main/main.ts', true],
  ['electron/language/c.ts', 'electron', true],
  ['electron/settings/a.ts', 'electron', true],
  ['electron/remote/a.ts', 'node:http', false],
  ['electron/remote/b.ts', '../settings/secrets.ts', true],
  ['electron/remote/c.ts', 'electron', true],
  ['electron/engine/c.ts', '../remote/routes.ts', true],
  ['electron/engine/d.ts', '../language/apply-language.ts', true],
  ['electron/main/e.ts', '../remote/routes.ts', false],
  ['electron/main/a.ts', 'electron', false],
  ['electron/main/b.ts', '../settings/store.ts', false],
  ['electron/main/c.ts', '../rtmp/publisher/publisher.ts', true],
  ['electron/main/d.ts', '../../test/support/processes/processes.ts', true],
  ['electron/preload/a.ts', 'node:fs', true],
  ['renderer/state/a.ts', '../../shared/ipc/contract.ts', false],
  ['renderer/state/b.ts', '../../electron/main/window.ts', true],
  ['renderer/state/c.ts', 'node:fs', true],
  ['renderer/state/d.ts', 'electron', true],
  ['renderer/media/capture/a.ts', 'react', true],
  ['renderer/features/graph/a.tsx', '../go-live/index.ts', false],
  ['renderer/features/graph/b.tsx', './graph-store.ts', false],
  ['renderer/features/graph/c.tsx', '../go-live/go-live-store.ts', true],
  ['renderer/a.tsx', './features/graph/index.ts', false],
  ['renderer/b.tsx', './features/graph/GraphPanel.tsx', true],
  ['renderer/c.tsx', './features/settings/secret-frame/index.ts', false],
  ['renderer/d.tsx', './features/destinations/form/draft.ts', true],
  ['renderer/e.tsx', './features/destinations/list/order.ts', true],
  ['renderer/state/e.ts', '../features/go-live/ending.ts', true],
  ['renderer/features/graph/d.tsx', '../settings/secret-frame/index.ts', true],
  ['renderer/ui/a.tsx', 'radix-ui', false],
  ['renderer/ui/b.tsx', '../features/graph/index.ts', true],
  ['build/setup/a.mjs', 'node:fs', false],
  ['build/setup/b.mjs', 'esbuild', true],
];

/** File, its text, whether the linter says no to its `null`. */
const nulls: readonly (readonly [string, string, boolean])[] = [
  ['electron/engine/null.ts', 'export const absent = null;', true],
  ['electron/rtmp/session/null.ts', 'export const values = [null];', true],
  ['shared/null.ts', 'export const first = (list: string[]) => list[0] ?? null;', true],
  ['shared/null-type.ts', 'export const read = (text: string | null) => text?.length;', true],
  ['renderer/features/graph/null.tsx', 'export const Part = () => null;', true],
  ['renderer/ui/null-type.ts', 'export const read = (text: string | null) => text?.length;', true],
  ['renderer/ui/border.ts', "export const isOpen = document.querySelector('dialog') !== null;", false],
  ['shared/border.ts', "export const isOther = /a/.exec('b') === null;", false],
];

let folder = '';
let refusedFiles = new Set<string>();
let filesWithNull = new Set<string>();

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-walls-'));
  copyFileSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, imported] of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { thing } from '${imported}';\nexport const kept = thing;\n`);
  }
  for (const [file, text] of nulls) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  const linter = join(repository, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '--format=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  const filesOf = (rule: RegExp): Set<string> =>
    new Set(diagnostics.filter(({ code }) => rule.test(code)).map(({ filename }) => filename));
  refusedFiles = filesOf(/no-restricted-imports/);
  filesWithNull = filesOf(/no-null|no-restricted-types/);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(cases)('%s importing %s: refused %s', (file, _imported, isRefused) => {
  expect(refusedFiles.has(file)).toBe(isRefused);
});

test.each(nulls)('%s with %s: null refused %s', (file, _text, isRefused) => {
  expect(filesWithNull.has(file)).toBe(isRefused);
});
