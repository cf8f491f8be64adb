// Makes the pages of the guide (docs/guide) for the app: dist/guide, with their style and pictures. The app shows them in a window.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { distFolder, repositoryFolder } from '../setup/paths.mjs';
import { renderMarkdown } from './markdown.mjs';

const sources = join(repositoryFolder, 'docs/guide');
const buildFolder = join(repositoryFolder, 'build/guide');

/** What the pages are made from: files, and folders of which everything counts. */
export const guideInputs = {
  files: readdirSync(buildFolder).map((name) => join(buildFolder, name)),
  folders: [sources, join(repositoryFolder, 'docs/images')],
};

/** @param {string} [folder] is made anew */
export function makeGuide(folder = join(distFolder, 'guide')) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'images'), { recursive: true });
  for (const name of readdirSync(sources).filter((each) => each.endsWith('.md'))) {
    const markdown = readFileSync(join(sources, name), 'utf8');
    const page = name.replace(/\.md$/, '');
    writeFileSync(join(folder, `${page}.html`), wrap(renderMarkdown(markdown), page === 'index'));
    for (const [, path = ''] of markdown.matchAll(/^!\[.*\]\((.+)\)$/gm))
      // One that is to be made by the app first is missing once; a test holds that none is.
      if (existsSync(join(sources, path)))
        copyFileSync(join(sources, path), join(folder, 'images', basename(path)));
  }
  copyFileSync(join(buildFolder, 'guide.css'), join(folder, 'guide.css'));
}

/**
 * @param {{ title: string, body: string }} page
 * @param {boolean} isIndex
 */
function wrap({ title, body }, isIndex) {
  const back = isIndex ? '' : '<nav><a href="index.html">Upcast guide</a></nav>\n';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="guide.css">
</head>
<body>
${back}<main>
${body}
</main>
</body>
</html>
`;
}
