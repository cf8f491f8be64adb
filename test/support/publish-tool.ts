/** Bundles the command-line publisher once and runs it as a user would: a process of plain Node. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PublishTool {
  /** Run it with `process.execPath`. */
  readonly script: string;
  remove(): void;
}

export async function buildPublishTool(): Promise<PublishTool> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-publish-'));
  const script = join(folder, 'publish.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../electron/transport/tools/publish-file.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: script,
    logLevel: 'error',
  });
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
