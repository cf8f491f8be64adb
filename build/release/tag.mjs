// Whether a commit may become the release that its tag names. Pure.

/**
 * @param {string} tag
 * @param {{ version: string, changelog: string }} commit
 * @returns {string[]} what is wrong; empty when nothing
 */
export function faultsOfTag(tag, { version, changelog }) {
  const faults = [];
  if (tag !== `v${version}`) faults.push(`package.json has version ${version}`);
  const headings = [...changelog.matchAll(/^## \[?([^\]\s]+)\]?/gm)].map(([, heading]) => heading);
  if (!headings.includes(version)) faults.push(`CHANGELOG.md has no heading for ${version}`);
  return faults;
}
