/** Reads chunks (RFC 7016 §2.3). What is malformed, or has no place in the packet's mode, is undefined: the packet's others still count. */
import type { Ack, SequenceRange, SessionChunk, SocketAddress, StartupChunk, UserData } from './chunks.ts';
import { chunkTypes, fragmentParts, PART_SHIFT, userDataFlags } from './chunk-types.ts';
import type { FieldReader } from './field-reader.ts';
import { readOptionList } from './options.ts';
import { readSocketAddress } from './socket-address.ts';

export function readStartupChunk(type: number, fields: FieldReader): StartupChunk | undefined {
  const chunk = readStartupFields(type, fields);
  return fields.isMalformed ? undefined : chunk;
}

function readStartupFields(type: number, fields: FieldReader): StartupChunk | undefined {
  switch (type) {
    case chunkTypes.initiatorHello:
      return { type: 'initiatorHello', discriminator: fields.sized(), tag: fields.rest() };
    case chunkTypes.responderHello: {
      const [tag, cookie] = [fields.sized(), fields.sized()];
      return { type: 'responderHello', tag, cookie, certificate: fields.rest() };
    }
    case chunkTypes.redirect:
      return { type: 'redirect', tag: fields.sized(), addresses: readAddresses(fields) };
    case chunkTypes.initiatorKeying: {
      const sessionId = fields.u32();
      const [cookie, certificate, component] = [fields.sized(), fields.sized(), fields.sized()];
      return { type: 'initiatorKeying', sessionId, cookie, certificate, component, signature: fields.rest() };
    }
    case chunkTypes.responderKeying: {
      const sessionId = fields.u32();
      const component = fields.sized();
      return { type: 'responderKeying', sessionId, component, signature: fields.rest() };
    }
    case chunkTypes.cookieChange:
      return { type: 'cookieChange', oldCookie: fields.sized(), newCookie: fields.rest() };
    default:
      return undefined;
  }
}

function readAddresses(fields: FieldReader): SocketAddress[] {
  const addresses: SocketAddress[] = [];
  while (fields.remaining > 0) addresses.push(readSocketAddress(fields));
  return addresses;
}

/** `previous` is the user data before it in the same packet, which Next User Data goes on from. */
export function readSessionChunk(
  type: number,
  fields: FieldReader,
  previous: UserData | undefined,
): SessionChunk | undefined {
  const chunk = readSessionFields(type, fields, previous);
  return fields.isMalformed ? undefined : chunk;
}

function readSessionFields(
  type: number,
  fields: FieldReader,
  previous: UserData | undefined,
): SessionChunk | undefined {
  switch (type) {
    case chunkTypes.userData:
      return readUserData(fields);
    case chunkTypes.nextUserData:
      return previous && readNextUserData(fields, previous);
    case chunkTypes.ackBitmap:
      return readAck(fields, readBitmap);
    case chunkTypes.ackRanges:
      return readAck(fields, readRanges);
    case chunkTypes.bufferProbe:
      return { type: 'bufferProbe', flowId: fields.vlu() };
    case chunkTypes.flowException:
      return { type: 'flowException', flowId: fields.vlu(), code: fields.vlu() };
    case chunkTypes.ping:
      return { type: 'ping', message: fields.rest() };
    case chunkTypes.pingReply:
      return { type: 'pingReply', message: fields.rest() };
    case chunkTypes.close:
      return { type: 'close' };
    case chunkTypes.closeAck:
      return { type: 'closeAck' };
    case chunkTypes.forwardedHello: {
      const discriminator = fields.sized();
      const replyAddress = readSocketAddress(fields);
      return { type: 'forwardedHello', discriminator, replyAddress, tag: fields.rest() };
    }
    default:
      return undefined;
  }
}

function readUserData(fields: FieldReader): UserData {
  const flags = fields.u8();
  const flowId = fields.vlu();
  const sequence = fields.vlu();
  const fsnOffset = fields.vlu();
  if (sequence === 0 || fsnOffset > sequence) fields.refuse();
  return readFragment(fields, flags, { flowId, sequence, fsnOffset });
}

/** The same flow and forward sequence number, the next fragment. */
function readNextUserData(fields: FieldReader, previous: UserData): UserData {
  const flags = fields.u8();
  const { flowId, sequence, fsnOffset } = previous;
  if (sequence === Number.MAX_SAFE_INTEGER) fields.refuse();
  return readFragment(fields, flags, { flowId, sequence: sequence + 1, fsnOffset: fsnOffset + 1 });
}

function readFragment(
  fields: FieldReader,
  flags: number,
  place: Pick<UserData, 'flowId' | 'sequence' | 'fsnOffset'>,
): UserData {
  const hasOptions = (flags & userDataFlags.options) !== 0;
  const options = hasOptions ? readOptionList(fields) : undefined;
  return {
    type: 'userData',
    flowId: place.flowId,
    sequence: place.sequence,
    fsnOffset: place.fsnOffset,
    part: fragmentParts[(flags & userDataFlags.partMask) >> PART_SHIFT] ?? 'whole',
    isAbandoned: (flags & userDataFlags.abandoned) !== 0,
    isFinal: (flags & userDataFlags.final) !== 0,
    options,
    data: fields.rest(),
  };
}

function readAck(
  fields: FieldReader,
  readReceived: (fields: FieldReader, cumulative: number) => SequenceRange[],
): Ack {
  const flowId = fields.vlu();
  const bufferBlocks = fields.vlu();
  const cumulative = fields.vlu();
  return { type: 'ack', flowId, bufferBlocks, cumulative, received: readReceived(fields, cumulative) };
}

/** The lowest bit of the first byte stands for two after `cumulative`: the one between is missing, or would be in it. */
function readBitmap(fields: FieldReader, cumulative: number): SequenceRange[] {
  const received: SequenceRange[] = [];
  let open: { first: number; last: number } | undefined;
  let sequence = cumulative + 2;
  while (fields.remaining > 0 && sequence <= Number.MAX_SAFE_INTEGER - 8) {
    const byte = fields.u8();
    for (let bit = 0; bit < 8; bit += 1, sequence += 1) {
      if ((byte & (1 << bit)) === 0) {
        open = undefined;
      } else if (open) {
        open.last = sequence;
      } else {
        open = { first: sequence, last: sequence };
        received.push(open);
      }
    }
  }
  return received;
}

/** Pairs of how many are missing and how many were received, less one each. A pair that is cut off ends them. */
function readRanges(fields: FieldReader, cumulative: number): SequenceRange[] {
  const received: SequenceRange[] = [];
  let previous = cumulative;
  while (fields.remaining > 0) {
    const missing = fields.tryVlu();
    const count = missing === undefined ? undefined : fields.tryVlu();
    if (missing === undefined || count === undefined) return received;
    const first = previous + missing + 2;
    const last = first + count;
    if (last > Number.MAX_SAFE_INTEGER) return received;
    received.push({ first, last });
    previous = last;
  }
  return received;
}
