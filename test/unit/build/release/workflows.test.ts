/** The workflows: valid, pinned, of scripts that there are, on every system and processor that gets an installer. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryFolder } from '../../../support/repository.ts';

interface Step {
  readonly shell?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: {
    readonly matrix: { readonly include: readonly Readonly<Record<string, string | number>>[] };
  };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly defaults?: { readonly run: { readonly shell: string } };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(repositoryFolder, '.github/workflows');
const names = readdirSync(folder);
const { scripts } = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const read = (name: string): Workflow => parse(textOf(name)) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const matrixOf = (workflow: Workflow, job: string): readonly Readonly<Record<string, string | number>>[] =>
  workflow.jobs[job]?.strategy?.matrix.include ?? [];

describe.each(names)('%s', (name) => {
  it('pins each action by the commit of a version', () => {
    const uses = textOf(name)
      .split('\n')
      .filter((line) => /^\s*- uses:|^\s+uses:/.test(line));
    expect(uses).toHaveLength(stepsOf(read(name)).filter((step) => step.uses !== undefined).length);
    for (const line of uses) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('runs scripts that there are', () => {
    const run = stepsOf(read(name)).flatMap((step) => [
      ...(step.run ?? '').matchAll(/npm (?:run ([\w:-]+)|(test))/g),
    ]);
    expect(run.length).toBeGreaterThan(2);
    for (const [, script, test] of run) expect(Object.keys(scripts)).toContain(script ?? test);
  });

  it('gives npm its options in a shell that passes them on', () => {
    const workflow = read(name);
    expect(workflow.defaults?.run.shell).toBe('bash');
    for (const { shell, run } of stepsOf(workflow))
      if (shell !== undefined) expect(run).not.toContain('npm ');
  });

  it('may do no more than it needs, and ends by itself', () => {
    const workflow = read(name);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [job, { permissions, 'timeout-minutes': timeout }] of Object.entries(workflow.jobs)) {
      expect(timeout, job).toBeGreaterThan(0);
      expect(permissions === undefined || job === 'publish', job).toBe(true);
    }
  });

  it('puts no text of a pull request or a tag into a script', () => {
    for (const { run = '' } of stepsOf(read(name)))
      expect(run).not.toMatch(/\$\{\{\s*(github\.(event|head|ref)|secrets)/);
  });
});

describe('CI', () => {
  const workflow = read('ci.yml');

  it('runs on every system, both processors, X11 and Wayland, Node 22 and 24', () => {
    const rows = matrixOf(workflow, 'systems').map(({ os, display = '' }) => `${os} ${display}`.trim());
    expect(rows.sort()).toEqual(
      [
        'macos-14',
        'macos-15',
        'macos-15-intel',
        'ubuntu-22.04 wayland',
        'ubuntu-22.04 x11',
        'ubuntu-24.04 wayland',
        'ubuntu-24.04 x11',
        'ubuntu-24.04-arm x11',
        'windows-11-arm',
        'windows-2022',
        'windows-2025',
      ].sort(),
    );
    for (const prefix of ['macos', 'ubuntu', 'windows']) {
      const nodes = matrixOf(workflow, 'systems').flatMap(({ os, node }) =>
        String(os).startsWith(prefix) ? [node] : [],
      );
      expect(new Set(nodes)).toEqual(new Set([22, 24]));
    }
  });

  it('runs everything on the oldest Node that the README allows', () => {
    expect(matrixOf(workflow, 'everything').map(({ node }) => node)).toEqual([20, 22, 24]);
  });

  it('packages the app and has it test the computer', () => {
    const run = workflow.jobs['systems']?.steps.map((step) => step.run ?? '').join('\n');
    expect(run).toContain('npm run package');
    expect(run?.match(/npm run self-test/g)).toHaveLength(2);
  });
});

describe('a release', () => {
  const workflow = read('release.yml');

  it('is made by no step before the one that refuses', () => {
    const needs = Object.entries(workflow.jobs).map(([job, { needs: needed }]) => [job, needed]);
    expect(needs).toEqual([
      ['gate', undefined],
      ['package', 'gate'],
      ['smoke', 'package'],
      ['publish', 'smoke'],
    ]);
    expect(workflow.env?.['UPCAST_RELEASE']).toBe('1');
  });

  it('is packaged on each system, and what was made is started for each processor', () => {
    expect(matrixOf(workflow, 'package').map(({ system }) => system)).toEqual(['mac', 'win', 'linux']);
    expect(matrixOf(workflow, 'smoke').map(({ system, processor }) => `${system} ${processor}`)).toEqual([
      'mac arm64',
      'mac x64',
      'win x64',
      'win arm64',
      'linux amd64',
      'linux arm64',
    ]);
  });

  it('A2: verifies the signatures of the app, the installers and ffmpeg', () => {
    const run = workflow.jobs['package']?.steps.map((step) => step.run ?? '').join('\n') ?? '';
    for (const part of [
      'codesign --verify',
      'spctl --assess',
      'stapler validate',
      'Get-AuthenticodeSignature',
    ]) {
      expect(run).toContain(part);
    }
    expect(run).toContain('Resources/ffmpeg');
    expect(run).toContain('ffmpeg.exe');
  });
});

it('Electron’s versions come by themselves, apart from other packages', () => {
  const { updates } = parse(readFileSync(join(repositoryFolder, '.github/dependabot.yml'), 'utf8')) as {
    readonly updates: readonly {
      readonly 'package-ecosystem': string;
      readonly groups?: Readonly<Record<string, { readonly patterns: readonly string[] }>>;
    }[];
  };
  expect(updates.map((each) => each['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  expect(updates[0]?.groups?.['electron']?.patterns).toEqual(['electron']);
});
