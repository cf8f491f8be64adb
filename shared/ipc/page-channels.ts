/** What the window and the form of a page ask main about browser pages. Part of the contract. */
import * as z from 'zod';
import type { CreatedIds } from '../studio/document-commands.ts';
import { idSchema } from '../studio/document-schema.ts';
import {
  MAX_PAGE_ADDRESS_LENGTH,
  MAX_PAGE_CSS_LENGTH,
  pageSettingsSchema,
} from '../studio/pages/page-input.ts';
import { output } from './channel.ts';
import { fileTargetInput } from './file-target.ts';

const ofSource = z.strictObject({ sourceId: idSchema });

export const pageChannels = {
  /** A browser page, new or one that is there: its address and CSS go to the keychain. What the command made. */
  'pages:save': {
    input: z.strictObject({
      target: fileTargetInput,
      address: z.string().max(MAX_PAGE_ADDRESS_LENGTH),
      css: z.string().max(MAX_PAGE_CSS_LENGTH),
      settings: pageSettingsSchema,
    }),
    output: output<CreatedIds>(),
  },
  /** For the form of a page. */
  'pages:read': {
    input: ofSource,
    output: output<{ readonly address: string; readonly css: string }>(),
  },
  /** Asks for a port to a page's pictures, which arrives as a window message `upcast:pagePort`; then its state is told. */
  'pages:connect': { input: ofSource, output: output<void>() },
  'pages:reload': { input: ofSource, output: output<void>() },
  /** Opens the page in a window of its own, where a person uses it. */
  'pages:interact': { input: ofSource, output: output<void>() },
} as const;
