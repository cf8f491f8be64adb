/** English, accented and longer: what stands in the window without its marks isn't translated. */
import { en } from '../en.ts';
import type { Text } from '../text.ts';
import { accent, pseudoCatalogue } from './pseudo.ts';

export const accented: Text = pseudoCatalogue(en, accent);
