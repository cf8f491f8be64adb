/** Level, code and description from whatever a server puts into its answers, made fit to show. */
import { amfNumber, amfProperties, amfString } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import { findInformation } from '../../message/command.ts';
import type { Command } from '../../message/command.ts';
import { parseAuthChallenge } from './auth-challenge.ts';
import type { Refusal } from './publish-session-types.ts';
import type { CleanWords } from '../server-words.ts';

export interface ServerStatus {
  /** `status`, `warning`, `error`, or empty. */
  readonly level: string;
  readonly code: string;
  readonly description: string;
  readonly information: ReadonlyMap<string, AmfValue> | undefined;
}

export function readStatus(command: Command, clean: CleanWords): ServerStatus {
  const information = findInformation(command.values);
  const words = (name: string) => clean(amfString(information, name) ?? '');
  return { level: words('level'), code: words('code'), description: words('description'), information };
}

/** `auth` belongs to connects; servers redirect at either stage. */
export function readRefusal(stage: Refusal['stage'], status: ServerStatus, command: Command): Refusal {
  const { level, code, description, information } = status;
  const refusal: Refusal = { stage, level, code, description };
  const plain = command.values.find((value) => typeof value === 'string') ?? '';
  const auth =
    stage === 'connect' ? parseAuthChallenge(amfString(information, 'description') ?? plain) : undefined;
  const extra = amfProperties(information?.get('ex'));
  const redirectUrl = amfNumber(extra, 'code') === 302 ? amfString(extra, 'redirect') : undefined;
  return { ...refusal, ...(auth && { auth }), ...(redirectUrl !== undefined && { redirectUrl }) };
}
