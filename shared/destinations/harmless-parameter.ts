/** The parameters of an address that are known to be no secret. Imports nothing, for the library uses it too. */

const FLAG = /^(?:[01]|true|false|yes|no|on|off)?$/i;
const HOST_NAME = /^[a-z0-9_][a-z0-9._-]{0,252}$/i;

/**
 * The parameters that are known to be no secret, and the values that they have then: YouTube's backup server, Twitch's
 * test, SRS's virtual host. A query of these alone stays in sight; any other parameter takes the whole query with it,
 * because an unknown name may stand for anything, and a signature holds for the bytes as they are.
 */
const HARMLESS_PARAMETERS: ReadonlyMap<string, RegExp> = new Map([
  ['backup', FLAG],
  ['bandwidthtest', FLAG],
  ['vhost', HOST_NAME],
]);

/** @param parameter `name=value`, the name alone, or nothing. */
export function isHarmlessParameter(parameter: string): boolean {
  if (parameter === '') return true;
  const [name = '', ...value] = parameter.split('=');
  return HARMLESS_PARAMETERS.get(name.toLowerCase())?.test(value.join('=')) === true;
}
