/** What a channel of the contract is made of. */
import * as z from 'zod';

export const none = z.undefined();

export type Output<T> = { readonly __output?: T };
export const output = <T>(): Output<T> => ({});
