/** English from right to left, for the mirrored window. */
import { en } from '../en.ts';
import type { Text } from '../text.ts';
import { mirror, pseudoCatalogue } from './pseudo.ts';

export const mirrored: Text = pseudoCatalogue(en, mirror);
