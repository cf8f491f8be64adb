/** The guide says what the window says: each label in bold is in the catalogue, each link and picture is there, each service has its row. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../build/guide/markdown.mjs';
import { catalog } from '../../../shared/destinations/services.ts';
import type { Service } from '../../../shared/destinations/service.ts';
import { describeService } from '../../../shared/text/service-text.ts';
import { format } from '../../../shared/text/text.ts';
import { repositoryFolder } from '../../support/repository.ts';

const folder = join(repositoryFolder, 'docs/guide');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Every text of the catalogue that needs no value: strings, and what its functions return as they are. */
function labelsOfCatalogue(): ReadonlySet<string> {
  const labels = new Set<string>();
  const root = join(repositoryFolder, 'shared/text/en');
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string')
      labels.add(node.value);
    Object.values(node).forEach(visit);
  };
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    visit(parseSync(path, readFileSync(path, 'utf8')).program);
  }
  return labels;
}

const labels = labelsOfCatalogue();

/** The table of services holds these rows, in the order of the catalogue, with the bitrate's unit as in Settings. */
function rowOf(service: Service): readonly string[] {
  const { name, maxVideoKbps, maxTotalKbps } = service;
  const limit = maxVideoKbps ?? maxTotalKbps;
  return [
    name,
    describeService(service)?.keyHint ?? '',
    limit === undefined ? '' : `${format.number(limit)} kbps`,
  ];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe.each(pages)('$name', ({ name, text }) => {
  it('names nothing in bold that the catalogue does not have', () => {
    const bold = [...text.replaceAll(/\s+/g, ' ').matchAll(/\*\*(.+?)\*\*/g)].map(([, label = '']) => label);
    expect(bold.filter((label) => !labels.has(label))).toEqual([]);
  });

  it('links to pages and pictures that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
    expect(
      targets.filter((target) => !/^(?:[\w-]+\.md|\.\.\/images\/(?:guide\/)?[\w-]+\.png)$/.test(target)),
    ).toEqual([]);
  });

  it('becomes a page with nothing of Markdown left', () => {
    const { title, body } = renderMarkdown(text);
    expect(title).not.toBe('');
    expect(body.replaceAll(/<code>.*?<\/code>/g, '')).not.toMatch(/\*\*|`|\]\(|\.md|^[#|]|^- /m);
    expect(body.match(/<img /g)?.length ?? 0).toBe(text.match(/^!\[/gm)?.length ?? 0);
  });

  it('has one heading of the first level, and a way to it from the index', () => {
    expect(text.match(/^# .+$/gm)).toHaveLength(1);
    const index = pages.find((page) => page.name === 'index.md')?.text;
    if (name !== 'index.md') expect(index).toContain(`(${name})`);
  });
});

it('has a row for each service, as the form of a destination describes it', () => {
  const text = pages.find(({ name }) => name === 'services.md')?.text ?? '';
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
    .slice(2);
  expect(rows).toEqual(catalog.services.map(rowOf));
});

it('shows every picture that is kept for it', () => {
  const images = join(repositoryFolder, 'docs/images/guide');
  const all = pages.map(({ text }) => text).join('\n');
  expect(readdirSync(images).filter((name) => !all.includes(`../images/guide/${name}`))).toEqual([]);
});

it('shows what looks like HTML as text', () => {
  expect(renderMarkdown('# A <b>\n\n1. `x<y` & **“z”**\n   goes on\n2. last').body).toBe(
    '<h1>A &lt;b&gt;</h1>\n<ol><li><code>x&lt;y</code> &amp; <b>“z”</b> goes on</li><li>last</li></ol>',
  );
});
