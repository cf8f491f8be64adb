/** The text of every error, and what goes with it. */
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';
import { quoted } from '../format.ts';
import { captureErrors } from './capture.ts';
import { localErrors } from './local.ts';
import { networkErrors } from './network.ts';
import { updateErrors } from './updates.ts';

/** Exhaustive. */
const byCode: ErrorTexts<ErrorCode> = {
  ...localErrors,
  ...captureErrors,
  ...networkErrors,
  ...updateErrors,
};

export const errors = {
  byCode,
  serverSaid: (words: string) => `Сервер сообщил: ${quoted(words)}.`,
};
