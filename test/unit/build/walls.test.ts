/** The linter really enforces who may import whom: each wall is tried with a file that breaks it and one that does not. */
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
  ['electron/protocol/rtmp/a.ts', '../../../shared/assert.ts', false],
  ['electron/protocol/rtmp/b.ts', '../../../shared/errors/app-error.ts', false],
  ['electron/protocol/rtmp/c.ts', '../bytes/byte-reader.ts', false],
  ['electron/protocol/rtmp/d.ts', '../../../shared/emitter.ts', true],
  ['electron/protocol/rtmp/e.ts', '../../transport/publisher.ts', true],
  ['electron/protocol/rtmp/f.ts', 'node:crypto', true],
  ['electron/protocol/rtmp/g.ts', 'zod', true],
  ['electron/transport/a.ts', 'node:tls', false],
  ['electron/transport/b.ts', '../protocol/rtmp/index.ts', false],
  ['electron/transport/c.ts', '../broadcast/program.ts', true],
  ['electron/transport/d.ts', 'electron', true],
  ['electron/media-file/a.ts', '../protocol/flv/packet.ts', false],
  ['electron/media-file/b.ts', '../transport/publisher.ts', true],
  ['electron/media-file/c.ts', '../protocol/rtmp/index.ts', true],
  ['electron/transport/e.ts', '../media-file/read-flv.ts', false],
  ['electron/main/f.ts', '../media-file/read-flv.ts', true],
  ['electron/encoder/a.ts', '../protocol/flv/packet.ts', false],
  ['electron/encoder/b.ts', '../protocol/rtmp/index.ts', true],
  ['electron/broadcast/a.ts', '../transport/publisher.ts', false],
  ['electron/broadcast/b.ts', '../engine/resources.ts', true],
  ['electron/broadcast/machines/a.ts', '../../../shared/broadcast/state.ts', false],
  ['electron/broadcast/machines/b.ts', '../../protocol/flv/packet.ts', true],
  ['electron/engine/engine.ts', 'electron', false],
  ['electron/engine/a.ts', 'electron', true],
  ['electron/engine/b.ts', '../settings/store.ts', true],
  ['electron/settings/a.ts', 'electron', true],
  ['electron/remote/a.ts', 'node:http', false],
  ['electron/remote/b.ts', '../settings/secrets.ts', true],
  ['electron/remote/c.ts', 'electron', true],
  ['electron/engine/c.ts', '../remote/routes.ts', true],
  ['electron/main/e.ts', '../remote/routes.ts', false],
  ['electron/main/a.ts', 'electron', false],
  ['electron/main/b.ts', '../settings/store.ts', false],
  ['electron/main/c.ts', '../transport/publisher.ts', true],
  ['electron/main/d.ts', '../../test/support/processes.ts', true],
  ['electron/preload/a.ts', 'node:fs', true],
  ['renderer/api/a.ts', '../../shared/ipc/contract.ts', false],
  ['renderer/api/b.ts', '../../electron/main/window.ts', true],
  ['renderer/api/c.ts', 'node:fs', true],
  ['renderer/api/d.ts', 'electron', true],
  ['renderer/capture/a.ts', 'react', true],
  ['renderer/features/graph/a.tsx', '../go-live/index.ts', false],
  ['renderer/features/graph/b.tsx', './graph-store.ts', false],
  ['renderer/features/graph/c.tsx', '../go-live/go-live-store.ts', true],
  ['renderer/ui/a.tsx', 'radix-ui', false],
  ['renderer/ui/b.tsx', '../features/graph/index.ts', true],
  ['build/setup/a.mjs', 'node:fs', false],
  ['build/setup/b.mjs', 'esbuild', true],
];

let folder = '';
let refusedFiles = new Set<string>();

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
  const linter = join(repository, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '--format=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  refusedFiles = new Set(
    diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(cases)('%s importing %s: refused %s', (file, _imported, isRefused) => {
  expect(refusedFiles.has(file)).toBe(isRefused);
});
