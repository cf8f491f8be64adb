// The library's types as one file for each front door, out of the many that the compiler writes: what a front door exports, and
// nothing else. A type that is named by an export and isn't exported itself is a fault, and so is an export without a docstring.
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * @typedef {object} Declaration
 * @property {string} module path of the file that it stands in
 * @property {string} name
 * @property {'function' | 'class' | 'type' | 'constant'} kind
 * @property {string} doc the docstring without its stars; empty when there is none
 * @property {string} code without docstring and `export`
 * @property {readonly string[]} names of the file that it mentions
 */

/**
 * @typedef {object} Entry
 * @property {string} name of the file that is made, such as `index`
 * @property {string} module path of the front door's declarations
 */

/**
 * @typedef {object} Flattened
 * @property {string} name
 * @property {readonly Declaration[]} declarations in the order of the front door's exports
 * @property {readonly string[]} stars names of the files whose exports it has too
 * @property {string} text of the `.d.ts` file
 */

/**
 * @typedef {object} Module
 * @property {Map<string, Declaration[]>} declarations overloads stand side by side
 * @property {Map<string, Reference>} imports
 * @property {Map<string, Reference>} exports
 * @property {string[]} stars modules of which everything is exported
 */

/** @typedef {{ module: string, name: string }} Reference */

/** Members, parameters and labels are named, not mentioned. */
const NAMING_KEYS = new Set(['key', 'label', 'parameterName']);

/**
 * @param {readonly Entry[]} entries the later ones import from the earlier what both name
 * @param {(module: string) => string} read the text of a `.d.ts` file by its path
 * @param {(module: string) => string} [substitute] the file that stands in the place of another
 * @returns {{ files: readonly Flattened[], faults: readonly string[] }} faults are sentences
 */
export function flattenDeclarations(entries, read, substitute = (module) => module) {
  const modules = new ModuleTable((path) => readModule(path, read(path), substitute));
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, string>} declaration → entry */
  const owners = new Map();
  const files = entries.map(({ name, module }) => {
    const exported = modules.exportsOf(module);
    const stars = entries
      .filter((entry) => modules.starsOf(module).includes(entry.module))
      .map((entry) => entry.name);
    /** @type {Map<string, Set<string>>} */
    const imports = new Map();
    /** @type {Declaration[]} */
    const own = [];
    for (const [exportedName, reference] of exported) {
      const key = keyOf(reference);
      if (owners.has(key)) continue;
      owners.set(key, name);
      const found = modules.declarationsOf(reference);
      if (found.length === 0) faults.push(`${exportedName} has no declaration of this repository.`);
      if (reference.name !== exportedName) faults.push(`${reference.name} is exported by another name.`);
      if (found.every(({ doc }) => doc === '')) faults.push(`${exportedName} has no docstring.`);
      own.push(...found);
    }
    for (const declaration of own) {
      for (const mentioned of declaration.names) {
        const reference = modules.mentionIn(declaration.module, mentioned);
        if (reference === undefined) continue;
        const owner = owners.get(keyOf(reference));
        if (owner === undefined)
          faults.push(`${declaration.name} names ${mentioned}, which ${name} doesn't export.`);
        else if (reference.name !== mentioned) faults.push(`${mentioned} has another name where it is from.`);
        else if (owner !== name) imports.set(owner, (imports.get(owner) ?? new Set()).add(mentioned));
      }
    }
    return { name, declarations: own, stars, text: writeDeclarations(own, imports, stars) };
  });
  return { files, faults: [...new Set(faults)] };
}

/**
 * @param {readonly Declaration[]} declarations
 * @param {ReadonlyMap<string, ReadonlySet<string>>} imports
 * @param {readonly string[]} stars
 */
function writeDeclarations(declarations, imports, stars) {
  const head = [
    ...[...imports].map(
      ([from, names]) => `import type { ${[...names].sort().join(', ')} } from './${from}.js';`,
    ),
    ...stars.map((star) => `export * from './${star}.js';`),
  ];
  const body = declarations.map(
    ({ doc, code }) => `${doc === '' ? '' : `${commentOf(doc)}\n`}export ${code}`,
  );
  return `${[head.join('\n'), ...body].filter((part) => part !== '').join('\n\n')}\n`;
}

/** @param {string} doc */
function commentOf(doc) {
  const lines = doc.split('\n');
  if (lines.length === 1) return `/** ${doc} */`;
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

/** @param {Reference} reference */
function keyOf({ module, name }) {
  return `${module}#${name}`;
}

class ModuleTable {
  /** @type {Map<string, Module>} */
  #modules = new Map();
  /** @type {(path: string) => Module} */
  #read;

  /** @param {(path: string) => Module} read */
  constructor(read) {
    this.#read = read;
  }

  /**
   * @param {string} path
   * @returns {Module}
   */
  #module(path) {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const module = this.#read(path);
    this.#modules.set(path, module);
    return module;
  }

  /** @param {string} path */
  starsOf(path) {
    return this.#module(path).stars;
  }

  /**
   * @param {string} path
   * @returns {Map<string, Reference>} by exported name, each to the file that declares it
   */
  exportsOf(path) {
    const { exports, stars } = this.#module(path);
    /** @type {Map<string, Reference>} */
    const all = new Map();
    for (const star of stars) for (const [name, reference] of this.exportsOf(star)) all.set(name, reference);
    for (const [name, reference] of exports) all.set(name, this.#origin(reference));
    return all;
  }

  /** @param {Reference} reference */
  declarationsOf({ module, name }) {
    return module.startsWith('/') ? (this.#module(module).declarations.get(name) ?? []) : [];
  }

  /**
   * What a name in a file stands for; undefined for a global one.
   * @param {string} path
   * @param {string} name
   */
  mentionIn(path, name) {
    const { declarations, imports } = this.#module(path);
    if (declarations.has(name)) return { module: path, name };
    const imported = imports.get(name);
    return imported === undefined ? undefined : this.#origin(imported);
  }

  /**
   * @param {Reference} reference
   * @returns {Reference}
   */
  #origin(reference) {
    if (!reference.module.startsWith('/')) return reference;
    const { declarations, imports, exports, stars } = this.#module(reference.module);
    if (declarations.has(reference.name)) return reference;
    const next = exports.get(reference.name) ?? imports.get(reference.name);
    if (next !== undefined && keyOf(next) !== keyOf(reference)) return this.#origin(next);
    for (const star of stars) {
      const found = this.exportsOf(star).get(reference.name);
      if (found !== undefined) return found;
    }
    return reference;
  }
}

/**
 * @param {string} path
 * @param {string} text
 * @param {(module: string) => string} substitute
 * @returns {Module}
 */
function readModule(path, text, substitute) {
  const { program, comments } = parseSync(path, text);
  /** @type {Module} */
  const module = { declarations: new Map(), imports: new Map(), exports: new Map(), stars: [] };
  /** @param {{ value: string }} source */
  const pathOf = ({ value }) =>
    value.startsWith('.') ? substitute(join(dirname(path), value).replace(/\.ts$/, '.d.ts')) : value;
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const each of statement.specifiers) {
        const name = each.type === 'ImportSpecifier' ? nameOf(each.imported) : '*';
        module.imports.set(each.local.name, { module: pathOf(statement.source), name });
      }
    } else if (statement.type === 'ExportAllDeclaration') module.stars.push(pathOf(statement.source));
    else if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
      for (const { local, exported } of statement.specifiers) {
        const from = statement.source ? pathOf(statement.source) : path;
        module.exports.set(nameOf(exported), { module: from, name: nameOf(local) });
      }
    } else {
      const isExported = statement.type === 'ExportNamedDeclaration';
      const declaration = isExported ? statement.declaration : statement;
      if (!declaration) continue;
      const doc = docBefore(text, comments, statement.start);
      for (const name of namesOf(declaration)) {
        const code = text.slice(declaration.start, statement.end);
        const kind = kindOf(declaration.type);
        const found = module.declarations.get(name) ?? [];
        module.declarations.set(name, [
          ...found,
          {
            module: path,
            name,
            kind,
            doc,
            code,
            names: [...mentions(declaration)].filter((each) => each !== name),
          },
        ]);
        if (isExported) module.exports.set(name, { module: path, name });
      }
    }
  }
  return module;
}

/**
 * @param {any} declaration
 * @returns {string[]}
 */
function namesOf(declaration) {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.map((/** @type {any} */ { id }) => id.name);
  return declaration.id ? [declaration.id.name] : [];
}

/** @param {any} node */
function nameOf(node) {
  return node.type === 'Literal' ? String(node.value) : String(node.name);
}

/**
 * @param {string} type
 * @returns {Declaration['kind']}
 */
function kindOf(type) {
  if (type === 'TSDeclareFunction') return 'function';
  if (type === 'ClassDeclaration') return 'class';
  return type === 'VariableDeclaration' ? 'constant' : 'type';
}

/**
 * The docstring that ends right before `start`: its text without stars.
 * @param {string} text
 * @param {readonly { type: string, value: string, start: number, end: number }[]} comments
 * @param {number} start
 */
function docBefore(text, comments, start) {
  const before = comments.findLast(({ end }) => end <= start);
  const isDoc = before?.type === 'Block' && before.value.startsWith('*');
  if (!isDoc || text.slice(before.end, start).trim() !== '') return '';
  const lines = before.value.slice(1).split('\n');
  return lines
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}

/**
 * Every name that a declaration mentions, its own among them.
 * @param {any} node
 * @returns {Set<string>}
 */
function mentions(node) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {any} part */
  const visit = (part) => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (part === null || typeof part !== 'object') return;
    if (part.type === 'Identifier') {
      names.add(part.name);
      return visit(part.typeAnnotation);
    }
    for (const [key, value] of Object.entries(part)) {
      if (NAMING_KEYS.has(key) && part.computed !== true) continue;
      if (key === 'params') value.forEach((/** @type {any} */ each) => visit(annotationOf(each)));
      else if (!(part.type === 'TSQualifiedName' && key === 'right')) visit(value);
    }
  };
  visit(node);
  return names;
}

/**
 * Of a parameter its type alone: its name is no mention. Parameters of types keep all.
 * @param {any} parameter
 */
function annotationOf(parameter) {
  const named = parameter.type === 'RestElement' ? parameter : (parameter.left ?? parameter);
  return 'typeAnnotation' in named && named.type !== 'TSTypeParameter' ? named.typeAnnotation : parameter;
}
