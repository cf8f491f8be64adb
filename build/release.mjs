// `npm run release -- check-tag v1.2.3`: whether this commit may become that release.
// `npm run release -- audit`: whether anything is known against the packages that are bundled.
// `npm run release -- finish FOLDER`: judges the files of all systems together, and writes hashes and manifests.
// `npm run release -- stage FOLDER PERCENT`: how many of the users the updater offers the release.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeSums } from './package/package-rules.mjs';
import {
  faultsOfRelease,
  filesOfRelease,
  setStaging,
  sha256Of,
  writeChannels,
} from './release/artifacts.mjs';
import { faultsOfAudit } from './release/audit.mjs';
import { readPackages } from './release/bundled-packages.mjs';
import { makeManifests } from './release/manifests.mjs';
import { publishingRepository } from './release/release-config.mjs';
import { faultsOfTag } from './release/tag.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { repositoryFolder } from './setup/paths.mjs';
import { SetupError, runCommand } from './setup/report.mjs';
import { runNpm } from './setup/run.mjs';

const [command, target = '', share = ''] = process.argv.slice(2);

await runCommand(async () => {
  const version = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')).version;
  if (command === 'check-tag') {
    const changelog = readFileSync(join(repositoryFolder, 'CHANGELOG.md'), 'utf8');
    refuse(faultsOfTag(target, { version, changelog }), `${target} can't be released`);
    return 0;
  }
  if (command === 'audit') {
    await ensureDependencies();
    const { bundleApp } = await import('./bundle.mjs');
    await bundleApp();
    const { output } = await runNpm(['audit', '--json'], { cwd: repositoryFolder });
    refuse(faultsOfAudit(output, [...readPackages(), 'electron']), 'What is known against it');
    return 0;
  }
  if (command === 'stage') {
    const percent = Number(share);
    if (!Number.isInteger(percent) || percent < 1 || percent > 100)
      throw new SetupError('Say how many percent of the users: a whole number from 1 to 100.');
    setStaging(target, percent);
    return 0;
  }
  if (command !== 'finish')
    throw new SetupError('Say what to do: check-tag, audit, finish or stage. RELEASING.md explains.');
  const repository = publishingRepository(process.env);
  if (repository === undefined) throw new SetupError('Set UPCAST_REPOSITORY to owner/name first.');
  refuse(faultsOfRelease(target, version), 'This is no whole release');
  const home = `https://github.com/${repository.owner}/${repository.repo}`;
  writeChannels(target, { version, home });
  const manifests = makeManifests({
    version,
    date: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    home,
    sha256: (name) => sha256Of(target, name),
  });
  for (const [name, text] of Object.entries(manifests)) {
    const path = join(target, 'manifests', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  process.stdout.write(`${writeSums(target, filesOfRelease(target))}\n`);
  return 0;
});

/**
 * @param {readonly string[]} faults
 * @param {string} what
 */
function refuse(faults, what) {
  if (faults.length > 0) throw new SetupError(`${what}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
}
