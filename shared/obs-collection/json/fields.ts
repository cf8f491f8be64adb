/**
 * Reads members of objects that a stranger wrote. A member of another type is as good as absent, as OBS takes it, and every value comes
 * out within its bounds. Pure.
 */
import type { Size } from '../../studio/transform.ts';
import type { JsonObject, JsonValue } from './parse-json.ts';

export const EMPTY_OBJECT: JsonObject = Object.freeze({});

/** Text that is shown, or a path. */
const MAX_TEXT_LENGTH = 4096;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined for a member that is not there, also where every object has one of that name. */
export function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = memberOf(object, name);
  return isObject(value) ? value : EMPTY_OBJECT;
}

/** The objects of a list, each with its place in it: what stands between them is passed over. */
export function objectsAt(
  object: JsonObject,
  name: string,
): readonly { readonly index: number; readonly value: JsonObject }[] {
  const list = memberOf(object, name);
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonValue[]).flatMap((value, index) =>
    isObject(value) ? [{ index, value }] : [],
  );
}

/** Empty when absent. */
export function textAt(object: JsonObject, name: string, maxLength = MAX_TEXT_LENGTH): string {
  const value = memberOf(object, name);
  if (typeof value !== 'string') return '';
  // Half of a character is none.
  return value.length <= maxLength ? value : value.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}

/** OBS reads a number where a yes or no is wanted, and the other way round. */
export function flagAt(object: JsonObject, name: string, otherwise = false): boolean {
  const value = memberOf(object, name);
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'boolean' ? value : otherwise;
}

export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

export function numberAt(object: JsonObject, name: string, { least, most, otherwise }: NumberBounds): number {
  const value = memberOf(object, name);
  if (typeof value !== 'number') return otherwise;
  // Adding zero leaves no negative zero, which is equal to nothing in a comparison of documents.
  return Math.min(Math.max(value, least), most) + 0;
}

export function wholeNumberAt(object: JsonObject, name: string, bounds: NumberBounds): number {
  return Math.trunc(numberAt(object, name, bounds)) + 0;
}

/** Undefined when the member is no object: then OBS keeps what it had. A half that is missing is 0. */
export function pointAt(object: JsonObject, name: string, most: number): Point | undefined {
  const value = memberOf(object, name);
  if (!isObject(value)) return undefined;
  const bounds = { least: -most, most, otherwise: 0 };
  return { x: numberAt(value, 'x', bounds), y: numberAt(value, 'y', bounds) };
}

/** Undefined when there is none, or one that no canvas has. */
export function canvasSizeAt(object: JsonObject, name: string): Size | undefined {
  const point = pointAt(object, name, MAX_CANVAS_SIZE);
  if (point === undefined || point.x < 1 || point.y < 1) return undefined;
  return { width: Math.trunc(point.x), height: Math.trunc(point.y) };
}

const MAX_CANVAS_SIZE = 16_384;
