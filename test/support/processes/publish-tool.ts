/** Bundles the command-line publisher, to be run as a user would: in a process of plain Node. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repositoryFolder } from '../repository.ts';

export interface PublishTool {
  /** Run it with `process.execPath`. */
  readonly script: string;
  remove(): void;
}

/** `code` is what to bundle, with imports from the repository's root; by default the command-line publisher. */
export async function buildPublishTool(
  code = "import './electron/rtmp/tools/publish-file.ts';",
): Promise<PublishTool> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-publish-'));
  const script = join(folder, 'publish.mjs');
  await build({
    stdin: { contents: code, resolveDir: repositoryFolder },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: script,
    logLevel: 'error',
  });
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
