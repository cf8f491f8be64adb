/** Numbers, lists, plurals and times as English writes them. */
import { createFormat } from '../format.ts';

export const format = createFormat('en');
