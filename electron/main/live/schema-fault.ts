/** What is wrong with data that a schema refuses, and where, in a sentence. Pure. */
import type * as z from 'zod';
import { texts } from '../../../shared/text/text.ts';

/** `scenes[0].items[2].sourceId`; empty for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** @param data that was refused, to tell what is missing from what is wrong. */
export function faultOf(issue: z.core.$ZodIssue, data: unknown): string {
  const { fault } = texts.options;
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(data, issue.path) === undefined ? fault.missing(path) : fault.type(path, issue.expected);
    case 'invalid_value':
      return valueAt(data, issue.path) === undefined
        ? fault.missing(path)
        : fault.choice(path, issue.values.map(String));
    case 'unrecognized_keys':
      return fault.unknown(path, issue.keys);
    case 'invalid_union':
      return valueAt(data, issue.path) === undefined ? fault.missing(path) : fault.unknownType(path);
    case 'too_small':
      return fault.tooSmall(path, issue.origin, Number(issue.minimum));
    case 'too_big':
      return fault.tooBig(path, issue.origin, Number(issue.maximum));
    case 'custom':
      return fault.custom(path, String(issue.params?.['fault'] ?? ''));
    default:
      return fault.form(path);
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
