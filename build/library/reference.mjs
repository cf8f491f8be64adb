// The API reference: a Markdown page out of the declarations and their docstrings. Pure.

/** @typedef {import('./declarations.mjs').Declaration} Declaration */

/** @type {readonly (readonly [Declaration['kind'], string])[]} */
const KINDS = [
  ['function', 'Functions'],
  ['class', 'Classes'],
  ['type', 'Types'],
  ['constant', 'Constants'],
];

/**
 * @param {string} title
 * @param {readonly { specifier: string, declarations: readonly Declaration[], alsoHas: string | undefined }[]} parts of
 *   each front door; `alsoHas` names the one whose exports it has too
 * @returns {string}
 */
export function writeReference(title, parts) {
  const pages = parts.map(({ specifier, declarations, alsoHas }) => {
    const also = alsoHas === undefined ? '' : `\n\nHas everything of \`${alsoHas}\` too.`;
    const groups = KINDS.flatMap(([kind, heading]) => {
      const found = namesOf(declarations.filter((each) => each.kind === kind));
      return found.length === 0 ? [] : [`### ${heading}`, ...found.map(writeEntry)];
    });
    return [`## \`${specifier}\`${also}`, ...groups].join('\n\n');
  });
  return [`# ${title}`, 'Made from the docstrings of the source.', ...pages].join('\n\n') + '\n';
}

/**
 * In the order of the alphabet; overloads stay together.
 * @param {readonly Declaration[]} declarations
 */
function namesOf(declarations) {
  /** @type {Map<string, Declaration[]>} */
  const byName = new Map();
  for (const each of declarations) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return [...byName].sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/** @param {[string, readonly Declaration[]]} entry */
function writeEntry([name, declarations]) {
  const doc = declarations.find((each) => each.doc !== '')?.doc ?? '';
  const code = declarations.map((each) => each.code).join('\n');
  return `#### ${name}\n\n${paragraphs(doc)}\n\n\`\`\`ts\n${code}\n\`\`\``;
}

/**
 * Tags become sentences of their own.
 * @param {string} doc
 */
function paragraphs(doc) {
  return doc
    .replaceAll(/^\s*@param (\S+) /gm, '\n`$1`: ')
    .replaceAll(/\s*@throws\s+/g, '\n\nThrows ')
    .replaceAll(/\s*@returns\s+/g, '\n\nReturns ')
    .trim();
}
