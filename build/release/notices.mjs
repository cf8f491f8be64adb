// The licenses of what is bundled: THIRD-PARTY.txt, from the packages that the bundlers counted.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, repositoryFolder } from '../setup/paths.mjs';

const RULE = '='.repeat(78);

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} licence as SPDX names it
 * @property {string} text
 * @property {string} [url]
 */

/** Packages without a license file that share another one's. */
const SAME_LICENCE = new Map([['react-remove-scroll-bar', 'react-remove-scroll']]);

/**
 * What packages hold of others and don't name in their license.
 * @type {ReadonlyMap<string, readonly Component[]>}
 */
const EMBEDDED = new Map([
  [
    '@sapphi-red/web-noise-suppressor',
    [
      {
        name: 'RNNoise',
        version: 'as built by rnnoise-wasm',
        licence: 'BSD-3-Clause',
        text: readFileSync(join(repositoryFolder, 'build/release/licenses/rnnoise.txt'), 'utf8'),
        url: 'https://github.com/xiph/rnnoise',
      },
      {
        name: 'rnnoise-wasm',
        version: 'as packed by web-noise-suppressor',
        licence: 'Apache-2.0',
        text: 'Copyright Shiguredo Inc. Apache License 2.0, whose text stands under assemblyscript in this file.\n',
        url: 'https://github.com/shiguredo/rnnoise-wasm',
      },
    ],
  ],
]);

/**
 * @param {readonly string[]} names of packages
 * @returns {Component[]} with what they hold of others
 * @throws Error for a package without a license
 */
export function componentsOf(names) {
  return names.flatMap((name) => [readComponent(name), ...(EMBEDDED.get(name) ?? [])]);
}

/**
 * @param {string} name
 * @returns {Component}
 */
function readComponent(name) {
  const manifest = JSON.parse(readFileSync(join(modulesFolder, name, 'package.json'), 'utf8'));
  const text = [name, SAME_LICENCE.get(name)]
    .map((each) => (each === undefined ? '' : licenceTexts(join(modulesFolder, each))))
    .find((each) => each !== '');
  if (typeof manifest.license !== 'string' || text === undefined) {
    throw new Error(`${name} is bundled and brings no license: add where it is to build/release/notices.mjs`);
  }
  return {
    name,
    version: manifest.version,
    licence: manifest.license,
    text,
    url: typeof manifest.homepage === 'string' ? manifest.homepage : undefined,
  };
}

/** @param {string} folder */
function licenceTexts(folder) {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((file) => /^(licen[sc]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
}

/** @param {readonly Component[]} components */
export function noticesText(components) {
  const head = [
    'Upcast contains the work of others, under the licenses below. Electron and Chromium have theirs in',
    'LICENSE.electron.txt and LICENSES.chromium.html; ffmpeg, a program of its own, in ffmpeg.LICENSE.txt.',
  ];
  const each = components.map(({ name, version, licence, text, url }) =>
    [RULE, `${name} ${version} (${licence})`, ...(url === undefined ? [] : [url]), '', text.trim()].join(
      '\n',
    ),
  );
  return `${[...head, ...each].join('\n\n')}\n`;
}
