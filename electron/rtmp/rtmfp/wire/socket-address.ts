/** Socket addresses within chunks (RFC 7016 §2.1.5), with hosts as text (RFC 5952). */
import { assert } from '../../../../shared/assert.ts';
import type { ByteWriter } from '../../bytes/byte-writer.ts';
import type { SocketAddress } from './chunks.ts';
import type { FieldReader } from './field-reader.ts';

const IPV6_FLAG = 0x80;
const ORIGIN_MASK = 0x03;
const origins = ['unknown', 'local', 'observed', 'relay'] as const;
const IPV6_WORDS = 8;

export function readSocketAddress(reader: FieldReader): SocketAddress {
  const flags = reader.u8();
  const host = (flags & IPV6_FLAG) === 0 ? readIpv4(reader) : readIpv6(reader);
  return { origin: origins[flags & ORIGIN_MASK] ?? 'unknown', host, port: reader.u16() };
}

function readIpv4(reader: FieldReader): string {
  return Array.from({ length: 4 }, () => reader.u8()).join('.');
}

function readIpv6(reader: FieldReader): string {
  return formatIpv6(Array.from({ length: IPV6_WORDS }, () => reader.u16()));
}

/** The first of the longest runs of at least two zeros becomes `::`. */
function formatIpv6(words: readonly number[]): string {
  let longest = { start: 0, length: 1 };
  let start = 0;
  for (let index = 0; index <= words.length; index += 1) {
    if (words[index] === 0) continue;
    if (index - start > longest.length) longest = { start, length: index - start };
    start = index + 1;
  }
  const text = (from: number, to?: number): string =>
    words
      .slice(from, to)
      .map((word) => word.toString(16))
      .join(':');
  if (longest.length < 2) return text(0);
  return `${text(0, longest.start)}::${text(longest.start + longest.length)}`;
}

/** `host` is an address as `readSocketAddress` or the system writes it, without a zone. */
export function writeSocketAddress(writer: ByteWriter, { origin, host, port }: SocketAddress): void {
  const isIpv6 = host.includes(':');
  writer.u8((isIpv6 ? IPV6_FLAG : 0) | origins.indexOf(origin));
  if (isIpv6) for (const word of parseIpv6(host)) writer.u16(word);
  else for (const byte of host.split('.')) writer.u8(Number(byte));
  writer.u16(port);
}

function parseIpv6(host: string): readonly number[] {
  // An IPv4 address may stand in the last two words.
  const text = host.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_whole, ...bytes: readonly string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 0x100 + b).toString(16)}:${(c * 0x100 + d).toString(16)}`;
  });
  const [head = [], tail = []] = text
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((word) => parseInt(word, 16))));
  const zeros = IPV6_WORDS - head.length - tail.length;
  assert(zeros >= 0, 'no IPv6 address');
  return [...head, ...Array<number>(zeros).fill(0), ...tail];
}

export function socketAddressSize({ host }: SocketAddress): number {
  return host.includes(':') ? 19 : 7;
}
