// Whether anything is known against what goes out: npm's audit, of the packages in the bundles and of Electron. Everything
// that is bundled stands among the development packages, which `npm audit --omit=dev` leaves out. Pure.

/**
 * @param {string} text what `npm audit --json` printed
 * @param {readonly string[]} shipped
 * @returns {string[]} what is known; a text that is no audit is a fault too
 */
export function faultsOfAudit(text, shipped) {
  /** @type {{ vulnerabilities?: Record<string, { severity: string, range: string }> } | undefined} */
  let audit;
  try {
    audit = JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    audit = undefined;
  }
  const known = audit?.vulnerabilities;
  if (known === undefined) return ['npm could not audit the packages'];
  return Object.entries(known)
    .filter(([name]) => shipped.includes(name))
    .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
}
