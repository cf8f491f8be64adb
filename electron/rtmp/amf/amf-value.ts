/**
 * The values that AMF0 and AMF3 carry, in one model for both encodings.
 * Objects keep their properties in a Map: a key such as `__proto__` is plain data.
 */

/** Named properties, in their order. */
export interface AmfObject {
  readonly type: 'object';
  /** Empty for an anonymous object; a name makes it AMF0's typed object. */
  readonly className: string;
  readonly properties: ReadonlyMap<string, AmfValue>;
}

/** An associative array. AMF3 arrays with a dense part and names hold the dense part under "0", "1", ... */
export interface AmfEcmaArray {
  readonly type: 'ecmaArray';
  readonly properties: ReadonlyMap<string, AmfValue>;
}

/** An array without names. */
export interface AmfStrictArray {
  readonly type: 'strictArray';
  readonly items: readonly AmfValue[];
}

/** A moment. */
export interface AmfDate {
  readonly type: 'date';
  /** Milliseconds since 1970 UTC; may be NaN. */
  readonly epochMs: number;
}

/** An XML document, as text. */
export interface AmfXml {
  readonly type: 'xml';
  readonly text: string;
}

/** A byte array (AMF3). */
export interface AmfBytes {
  readonly type: 'bytes';
  readonly bytes: Uint8Array;
}

/** AMF0's marker for a value that its sender could not express. */
export interface AmfUnsupported {
  readonly type: 'unsupported';
}

/** AMF3's dictionary: keys may be of any type. */
export interface AmfDictionary {
  readonly type: 'dictionary';
  readonly entries: readonly (readonly [AmfValue, AmfValue])[];
}

/** Values that have parts or a type of their own. */
export type AmfComplex =
  AmfObject | AmfEcmaArray | AmfStrictArray | AmfDate | AmfXml | AmfBytes | AmfUnsupported | AmfDictionary;

/** Any value that AMF0 or AMF3 carries. */
// oxlint-disable-next-line typescript/no-restricted-types -- AMF's null, beside its undefined
export type AmfValue = null | undefined | boolean | number | string | AmfComplex;

/** An anonymous object of the given properties, in their order; entries that are `undefined` are left out. */
export function amfObject(properties: Readonly<Record<string, AmfValue>>): AmfObject {
  return { type: 'object', className: '', properties: definedEntries(properties) };
}

export function amfEcmaArray(properties: Readonly<Record<string, AmfValue>>): AmfEcmaArray {
  return { type: 'ecmaArray', properties: definedEntries(properties) };
}

export function amfStrictArray(items: readonly AmfValue[]): AmfStrictArray {
  return { type: 'strictArray', items };
}

function definedEntries(properties: Readonly<Record<string, AmfValue>>): Map<string, AmfValue> {
  return new Map(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** The properties of an object or associative array, which peers use alike; undefined for anything else. */
export function amfProperties(value: AmfValue): ReadonlyMap<string, AmfValue> | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return value.type === 'object' || value.type === 'ecmaArray' ? value.properties : undefined;
}

/** A property that is a string; undefined when it is missing or of another type. */
export function amfString(properties: ReadonlyMap<string, AmfValue> | undefined, key: string) {
  const value = properties?.get(key);
  return typeof value === 'string' ? value : undefined;
}

/** A property that is a number; undefined when it is missing or of another type. */
export function amfNumber(properties: ReadonlyMap<string, AmfValue> | undefined, key: string) {
  const value = properties?.get(key);
  return typeof value === 'number' ? value : undefined;
}
