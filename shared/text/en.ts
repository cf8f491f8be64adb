/** The English catalogue: every sentence that people read, by feature. */
import { card } from './en/destinations/card.ts';
import { security } from './en/destinations/security.ts';
import { errors } from './en/errors.ts';
import { format } from './en/format.ts';
import { readiness } from './en/readiness.ts';
import { remoteToken } from './en/remote-token.ts';
import { status } from './en/status.ts';

export const en = {
  card,
  errors,
  format,
  readiness,
  remoteToken,
  security,
  status,
};
