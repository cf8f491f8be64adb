/**
 * The text of the package: why an address can't be used, in English, for `details.message`. The package's build puts this file in
 * the place of `shared/text/text.ts`, which brings the texts of the whole app.
 */
import type { Text } from '../../../shared/text/text.ts';
import { addresses } from '../../../shared/text/en/destinations/addresses.ts';

export const texts: Pick<Text, 'addresses'> = { addresses };
