/** Writes chunks (RFC 7016 §2.3), and says beforehand how many bytes each takes. */
import { assert, missingCase } from '../../../../shared/assert.ts';
import type { ByteWriter } from '../../bytes/byte-writer.ts';
import { CHUNK_HEAD_BYTES, chunkTypes, fragmentParts, PART_SHIFT, userDataFlags } from './chunk-types.ts';
import type { Ack, Chunk, UserData } from './chunks.ts';
import { optionListSize, writeOptionList } from './options.ts';
import { socketAddressSize, writeSocketAddress } from './socket-address.ts';
import { vluSize, writeSized, writeVlu } from './vlu.ts';

/** Whether `chunk` goes on where `previous` ended, so that it is written as Next User Data. */
function isNext(chunk: UserData, previous: UserData | undefined): boolean {
  return (
    previous !== undefined &&
    chunk.flowId === previous.flowId &&
    chunk.sequence === previous.sequence + 1 &&
    chunk.fsnOffset === previous.fsnOffset + 1
  );
}

/** Bytes of the chunk in a packet, where `previous` is the user data before it. */
export function chunkSize(chunk: Chunk, previous: UserData | undefined): number {
  return CHUNK_HEAD_BYTES + fieldsSize(chunk, previous);
}

function sizedSize(bytes: Uint8Array): number {
  return vluSize(bytes.length) + bytes.length;
}

function fieldsSize(chunk: Chunk, previous: UserData | undefined): number {
  switch (chunk.type) {
    case 'userData': {
      const { flowId, sequence, fsnOffset, options, data } = chunk;
      const place = isNext(chunk, previous) ? 0 : vluSize(flowId) + vluSize(sequence) + vluSize(fsnOffset);
      return 1 + place + (options ? optionListSize(options) : 0) + data.length;
    }
    case 'ack':
      return ackSize(chunk);
    case 'bufferProbe':
      return vluSize(chunk.flowId);
    case 'flowException':
      return vluSize(chunk.flowId) + vluSize(chunk.code);
    case 'ping':
    case 'pingReply':
      return chunk.message.length;
    case 'close':
    case 'closeAck':
      return 0;
    case 'forwardedHello':
      return sizedSize(chunk.discriminator) + socketAddressSize(chunk.replyAddress) + chunk.tag.length;
    case 'initiatorHello':
      return sizedSize(chunk.discriminator) + chunk.tag.length;
    case 'responderHello':
      return sizedSize(chunk.tag) + sizedSize(chunk.cookie) + chunk.certificate.length;
    case 'redirect':
      return chunk.addresses.reduce((sum, address) => sum + socketAddressSize(address), sizedSize(chunk.tag));
    case 'initiatorKeying': {
      const { cookie, certificate, component, signature } = chunk;
      return 4 + sizedSize(cookie) + sizedSize(certificate) + sizedSize(component) + signature.length;
    }
    case 'responderKeying':
      return 4 + sizedSize(chunk.component) + chunk.signature.length;
    case 'cookieChange':
      return sizedSize(chunk.oldCookie) + chunk.newCookie.length;
    default:
      return missingCase(chunk);
  }
}

function ackSize({ flowId, bufferBlocks, cumulative, received }: Ack): number {
  let size = vluSize(flowId) + vluSize(bufferBlocks) + vluSize(cumulative);
  let previous = cumulative;
  for (const { first, last } of received) {
    size += vluSize(first - previous - 2) + vluSize(last - first);
    previous = last;
  }
  return size;
}

/** As `chunkSize` reckons it. */
export function writeChunk(writer: ByteWriter, chunk: Chunk, previous: UserData | undefined): void {
  const size = fieldsSize(chunk, previous);
  assert(size <= 0xffff, 'a chunk is too long');
  const type = typeCode(chunk, previous);
  writer.u8(type);
  writer.u16(size);
  writeFields(writer, chunk, type);
}

function typeCode(chunk: Chunk, previous: UserData | undefined): number {
  if (chunk.type === 'ack') return chunkTypes.ackRanges;
  if (chunk.type === 'userData' && isNext(chunk, previous)) return chunkTypes.nextUserData;
  return chunkTypes[chunk.type];
}

function writeFields(writer: ByteWriter, chunk: Chunk, type: number): void {
  switch (chunk.type) {
    case 'userData':
      return writeUserData(writer, chunk, type);
    case 'ack':
      return writeAck(writer, chunk);
    case 'bufferProbe':
      return writeVlu(writer, chunk.flowId);
    case 'flowException':
      writeVlu(writer, chunk.flowId);
      return writeVlu(writer, chunk.code);
    case 'ping':
    case 'pingReply':
      return writer.bytes(chunk.message);
    case 'close':
    case 'closeAck':
      return;
    case 'forwardedHello':
      writeSized(writer, chunk.discriminator);
      writeSocketAddress(writer, chunk.replyAddress);
      return writer.bytes(chunk.tag);
    case 'initiatorHello':
      writeSized(writer, chunk.discriminator);
      return writer.bytes(chunk.tag);
    case 'responderHello':
      writeSized(writer, chunk.tag);
      writeSized(writer, chunk.cookie);
      return writer.bytes(chunk.certificate);
    case 'redirect':
      writeSized(writer, chunk.tag);
      for (const address of chunk.addresses) writeSocketAddress(writer, address);
      return;
    case 'initiatorKeying':
      writer.u32(chunk.sessionId);
      for (const field of [chunk.cookie, chunk.certificate, chunk.component]) writeSized(writer, field);
      return writer.bytes(chunk.signature);
    case 'responderKeying':
      writer.u32(chunk.sessionId);
      writeSized(writer, chunk.component);
      return writer.bytes(chunk.signature);
    case 'cookieChange':
      writeSized(writer, chunk.oldCookie);
      return writer.bytes(chunk.newCookie);
    default:
      return missingCase(chunk);
  }
}

function writeUserData(writer: ByteWriter, chunk: UserData, type: number): void {
  const { options, part, isAbandoned, isFinal } = chunk;
  writer.u8(
    (options ? userDataFlags.options : 0) |
      (fragmentParts.indexOf(part) << PART_SHIFT) |
      (isAbandoned ? userDataFlags.abandoned : 0) |
      (isFinal ? userDataFlags.final : 0),
  );
  if (type === chunkTypes.userData) {
    writeVlu(writer, chunk.flowId);
    writeVlu(writer, chunk.sequence);
    writeVlu(writer, chunk.fsnOffset);
  }
  if (options) writeOptionList(writer, options);
  writer.bytes(chunk.data);
}

function writeAck(writer: ByteWriter, { flowId, bufferBlocks, cumulative, received }: Ack): void {
  writeVlu(writer, flowId);
  writeVlu(writer, bufferBlocks);
  writeVlu(writer, cumulative);
  let previous = cumulative;
  for (const { first, last } of received) {
    writeVlu(writer, first - previous - 2);
    writeVlu(writer, last - first);
    previous = last;
  }
}
