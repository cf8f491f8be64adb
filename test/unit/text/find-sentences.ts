/** Finds text for people in a source file: what a person reads or hears, not what a program compares. */
import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Attributes and properties whose value is shown or spoken. */
const SHOWN_NAMES: ReadonlySet<string> = new Set([
  'alt',
  'altText',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'description',
  'hint',
  'label',
  'message',
  'note',
  'placeholder',
  'text',
  'textContent',
  'title',
  'unit',
]);
/** Their arguments are for who reads the log of a failed invariant. */
const DEVELOPER_CALLS: ReadonlySet<string> = new Set(['assert', 'Error']);
/** Below the window an error has a code and a reason: its message is a technical detail, and a line of the log is for the log. */
const LOG_CALLS: ReadonlySet<string> = new Set([
  ...DEVELOPER_CALLS,
  ...['AppError', 'log', 'onLog', 'debug', 'info', 'warn', 'error', 'logFault'],
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Not a custom property of CSS. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text) && !text.startsWith('--');

/** What people know a thing by: a property or a constant so called, with a capital letter or a word around a value. */
const isNaming = (name: string): boolean => name === 'name' || /(?:^|_)NAME/.test(name);
const isName = (text: string): boolean =>
  (/^\p{Lu}\p{Ll}/u.test(text) && !/\p{Cc}/u.test(text)) ||
  (text.includes('${}') && /^\$\{\} \(?\p{L}/u.test(text));

/** A capital first letter and a space, or words that end as a sentence does. */
export function isSentence(text: string): boolean {
  return /^[“‘(]?\p{Lu}.*\s\S/su.test(text) || /\p{L}+ .*[.!?…]$/su.test(text.trim());
}

/** The text of a string or template, `${}` in place of each value; undefined for any other node. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('${}');
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : nameOf(name);
}

/** Of `name(…)`, `new name(…)`, `object.name(…)` and `this.#name(…)`. */
function nameOfCallee(callee: unknown): string {
  return isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee['property']) : nameOf(callee);
}

/**
 * @param isJsx whether `<` begins an element.
 * @param isBelowWindow whether messages of errors and lines of the log are passed over.
 */
export function findSentences(source: string, isJsx: boolean, isBelowWindow = false): readonly string[] {
  const found: string[] = [];
  const skipped = isBelowWindow ? LOG_CALLS : DEVELOPER_CALLS;
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return;
      case 'CallExpression':
      case 'NewExpression':
        if (skipped.has(nameOfCallee(node['callee']))) return;
        break;
      case 'VariableDeclarator':
        if (isBelowWindow && nameOf(node['id']) === 'message') return;
        if (isNaming(nameOf(node['id'])) && isName(textOf(node['init']) ?? '')) {
          found.push(textOf(node['init']) ?? '');
          return;
        }
        break;
      case 'JSXText': {
        const text = String(node['value']).trim();
        if (/\p{L}/u.test(text)) found.push(text);
        return;
      }
      case 'JSXAttribute':
      case 'Property': {
        const text = textOf(node['value']);
        const isShown = SHOWN_NAMES.has(nameOf(node['name'] ?? node['key']));
        const isGivenName = isNaming(nameOf(node['key'])) && isName(text ?? '');
        if (text !== undefined && (isGivenName || (isShown && hasWord(text.replaceAll('${}', ''))))) {
          found.push(text);
          return;
        }
        break;
      }
      default:
    }
    const text = textOf(node);
    if (text !== undefined && isSentence(text)) found.push(text);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.filter(isNode).forEach(visit);
      else if (isNode(value)) visit(value);
    }
  };
  visit(parseAst(source, { lang: isJsx ? 'tsx' : 'ts' }) as unknown as Node);
  return found;
}

export interface ErrorMessage {
  readonly code: string;
  readonly message: string;
}

/** The messages that stand in the code: of each `new AppError('code', { message })`, written there or in a constant of the same file. */
export function findErrorMessages(source: string): readonly ErrorMessage[] {
  const found: ErrorMessage[] = [];
  const constants = new Map<string, string>();
  const visit = (node: Node): void => {
    if (node.type === 'VariableDeclarator') {
      const text = textOf(node['init']);
      if (text !== undefined) constants.set(nameOf(node['id']), text);
    }
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'AppError') {
      const [code, details] = node['arguments'] as readonly (Node | undefined)[];
      const properties = details?.type === 'ObjectExpression' ? (details['properties'] as Node[]) : [];
      const value = properties.find((each) => nameOf(each['key']) === 'message')?.['value'];
      const message = textOf(value) ?? constants.get(nameOf(value));
      if (message !== undefined) found.push({ code: textOf(code) ?? '', message });
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.filter(isNode).forEach(visit);
      else if (isNode(value)) visit(value);
    }
  };
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node);
  return found;
}
