/** One fragment of a message in its flow, from the queue to its acknowledgement. Plain data. */
import type { FragmentPart } from '../../wire/chunks.ts';
import { FRAGMENT_BYTES } from '../timings.ts';

/** Until when a message is worth sending, in the time of the session's calls; absent: for ever. */
export interface Deadlines {
  /** Not begun by then, the message is given up. */
  readonly startByMs?: number | undefined;
  /** Not whole at the peer by then, the rest is given up. */
  readonly finishByMs?: number | undefined;
}

export interface OutgoingMessage extends Deadlines {
  readonly fragments: Fragment[];
  /** Fragments that the flow still holds. */
  held: number;
  hasBegun: boolean;
  isAbandoned: boolean;
}

/** Told where a fragment of it stands. */
export interface FragmentOwner {
  /** No longer in flight. */
  landed(chunkBytes: number): void;
  /** To be sent again. */
  lost(fragment: Fragment): void;
}

export interface Fragment {
  readonly owner: FragmentOwner;
  readonly sequence: number;
  readonly part: FragmentPart;
  readonly data: Uint8Array;
  /** Undefined for the end of a flow, which has no content. */
  readonly message: OutgoingMessage | undefined;
  isAbandoned: boolean;
  isAcknowledged: boolean;
  isInFlight: boolean;
  wasSent: boolean;
  /** As it was sent last: without its data. */
  wasSentAbandoned: boolean;
  /** Of the packet that took it along last. */
  transmission: number;
  sentBytes: number;
  sentMs: number;
  /** When it was sent the time before, if it was. */
  earlierSentMs: number | undefined;
}

/** @param place the flow, and the number of the first fragment. */
export function cutMessage(
  bytes: Uint8Array,
  deadlines: Deadlines,
  { owner, sequence }: Pick<Fragment, 'owner' | 'sequence'>,
): OutgoingMessage {
  const count = Math.max(1, Math.ceil(bytes.length / FRAGMENT_BYTES));
  const message: OutgoingMessage = {
    ...deadlines,
    fragments: [],
    held: count,
    hasBegun: false,
    isAbandoned: false,
  };
  for (let index = 0; index < count; index += 1) {
    const data = count === 1 ? bytes : bytes.subarray(index * FRAGMENT_BYTES, (index + 1) * FRAGMENT_BYTES);
    const part = partAt(index, count);
    message.fragments.push(newFragment({ owner, sequence: sequence + index, part, data, message }));
  }
  return message;
}

function partAt(index: number, count: number): FragmentPart {
  if (count === 1) return 'whole';
  if (index === 0) return 'first';
  return index === count - 1 ? 'last' : 'middle';
}

type NewFragment = Pick<Fragment, 'owner' | 'sequence' | 'part' | 'data' | 'message'>;

export function newFragment({ owner, sequence, part, data, message }: NewFragment): Fragment {
  return {
    owner,
    sequence,
    part,
    data,
    message,
    isAbandoned: message === undefined,
    isAcknowledged: false,
    isInFlight: false,
    wasSent: false,
    wasSentAbandoned: false,
    transmission: 0,
    sentBytes: 0,
    sentMs: 0,
    earlierSentMs: undefined,
  };
}
