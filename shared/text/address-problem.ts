/** What is wrong with an address, in the words of a catalogue. */
import { isAddressProblem } from '../errors/address-problems.ts';
import type { AddressProblem } from '../errors/address-problems.ts';
import type { ErrorDetails } from '../errors/app-error.ts';

type AddressWords = Readonly<Record<AddressProblem, string | ((protocol: string) => string)>>;

/** To stand after a colon; undefined for an error that isn't about an address. */
export function addressProblem(details: ErrorDetails, addresses: AddressWords): string | undefined {
  const { reason, protocol } = details;
  if (!isAddressProblem(reason)) return undefined;
  const words = addresses[reason];
  return typeof words === 'string' ? words : words(String(protocol ?? ''));
}
