/** What this process holds: its objects by class, from a heap snapshot, and how much is in its maps, sets and lists of listeners. */
import { EventEmitter } from 'node:events';
import { Session } from 'node:inspector/promises';
import { getHeapSnapshot } from 'node:v8';
import { Emitter } from '../../../shared/emitter.ts';

export interface HeapCount {
  /** Objects by the name of their class, closures by their own: JSON, one string, so that one count adds nothing to the next. */
  readonly classes: string;
  /** Listeners of all `Emitter`s. */
  readonly subscriptions: number;
  /** Listeners of all Node's `EventEmitter`s. */
  readonly listeners: number;
  readonly mapEntries: number;
  readonly setEntries: number;
}

/** Collects garbage first, as every snapshot does. */
export async function countHeap(): Promise<HeapCount> {
  const session = new Session();
  session.connect();
  try {
    const sizes = `function () { let sum = 0; for (const each of this) sum += each.size; return sum; }`;
    const listeners = `function () {
      let sum = 0;
      // Prototypes are among them.
      for (const each of this) if (each._events !== undefined) for (const name of each.eventNames()) sum += each.listenerCount(name);
      return sum;
    }`;
    return {
      mapEntries: await sumOver(session, Map.prototype, sizes),
      setEntries: await sumOver(session, Set.prototype, sizes),
      listeners: await sumOver(session, EventEmitter.prototype, listeners),
      subscriptions: await countSubscriptions(session),
      classes: JSON.stringify([...(await countClasses())]),
    };
  } finally {
    session.disconnect();
  }
}

export function classesOf({ classes }: HeapCount): ReadonlyMap<string, number> {
  return new Map(JSON.parse(classes) as [string, number][]);
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

async function countClasses(): Promise<ReadonlyMap<string, number>> {
  const chunks: Buffer[] = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(Buffer.from(chunk as Uint8Array));
  const { snapshot, nodes, strings } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, nameAt] = [fields.indexOf('type'), fields.indexOf('name')];
  const [object, closure] = [types[0].indexOf('object'), types[0].indexOf('closure')];
  const classes = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = nodes[at + typeAt];
    if (type !== object && type !== closure) continue;
    const own = strings[nodes[at + nameAt] ?? 0] ?? '';
    const name = type === closure ? `function ${own}` : own;
    classes.set(name, (classes.get(name) ?? 0) + 1);
  }
  return classes;
}

/** The id of an array of all objects with this prototype. */
async function findAll(session: Session, prototype: object): Promise<string> {
  const holder = globalThis as { proofPrototype?: object };
  holder.proofPrototype = prototype;
  const { result } = await session.post('Runtime.evaluate', { expression: 'globalThis.proofPrototype' });
  delete holder.proofPrototype;
  const { objects } = await session.post('Runtime.queryObjects', {
    prototypeObjectId: idOf(result.objectId),
  });
  return idOf(objects.objectId);
}

async function sumOver(session: Session, prototype: object, functionDeclaration: string): Promise<number> {
  const objectId = await findAll(session, prototype);
  return await callOn(session, objectId, functionDeclaration);
}

async function callOn(session: Session, objectId: string, functionDeclaration: string): Promise<number> {
  const { result } = await session.post('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration,
    returnByValue: true,
  });
  if (typeof result.value !== 'number') throw new Error(`no figure: ${JSON.stringify(result)}`);
  return result.value;
}

/** Node's types leave out what the inspector tells of private fields. */
interface WithPrivate {
  readonly privateProperties?: readonly {
    readonly name: string;
    readonly value?: { readonly objectId?: string };
  }[];
}

/** An emitter's listeners are private: the inspector alone sees them. */
async function countSubscriptions(session: Session): Promise<number> {
  const objectId = await findAll(session, Emitter.prototype);
  const { result: emitters } = await session.post('Runtime.getProperties', { objectId, ownProperties: true });
  let sum = 0;
  for (const { name, value } of emitters) {
    if (!/^\d+$/.test(name)) continue;
    const properties: object = await session.post('Runtime.getProperties', {
      objectId: idOf(value?.objectId),
      ownProperties: true,
    });
    const own = (properties as WithPrivate).privateProperties?.find(
      (property) => property.name === '#listeners',
    );
    sum += await callOn(session, idOf(own?.value?.objectId), 'function () { return this.size; }');
  }
  return sum;
}

function idOf(id: string | undefined): string {
  if (id === undefined) throw new Error('the inspector does not know this object');
  return id;
}
