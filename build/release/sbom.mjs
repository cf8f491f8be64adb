// The software bill of materials of a package, in CycloneDX 1.6: what is bundled, Electron, and the ffmpeg beside it. Pure.

/**
 * @typedef {object} Sbom
 * @property {string} version of Upcast
 * @property {string} electronVersion
 * @property {readonly import('./notices.mjs').Component[]} components
 * @property {Readonly<Record<string, string>>} integrity of npm packages, as the lock file has it
 * @property {{ version: string, sha256: string, url?: string | undefined }} ffmpeg with its origin where it is the pinned one
 */

/**
 * @param {Sbom} parts
 * @returns {object} to be written as JSON; the same parts give the same bill
 */
export function makeSbom({ version, electronVersion, components, integrity, ffmpeg }) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': 'upcast',
        type: 'application',
        name: 'Upcast',
        version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: [
      ...components.map((component) => npmComponent(component, integrity[component.name])),
      {
        'bom-ref': 'electron',
        type: 'framework',
        name: 'electron',
        version: electronVersion,
        licenses: [{ license: { id: 'MIT' } }],
        purl: `pkg:npm/electron@${electronVersion}`,
      },
      {
        'bom-ref': 'ffmpeg',
        type: 'application',
        name: 'ffmpeg',
        version: ffmpeg.version,
        hashes: [{ alg: 'SHA-256', content: ffmpeg.sha256 }],
        ...(ffmpeg.url === undefined
          ? {}
          : {
              licenses: [{ license: { id: 'GPL-3.0-or-later' } }],
              externalReferences: [{ type: 'distribution', url: ffmpeg.url }],
            }),
      },
    ],
    dependencies: [
      { ref: 'upcast', dependsOn: [...components.map(({ name }) => name), 'electron', 'ffmpeg'] },
    ],
  };
}

/**
 * @param {import('./notices.mjs').Component} component
 * @param {string | undefined} integrity
 */
function npmComponent({ name, version, licence, url }, integrity) {
  const sha512 = integrity?.startsWith('sha512-') === true ? integrity.slice('sha512-'.length) : undefined;
  return {
    'bom-ref': name,
    type: 'library',
    name,
    version,
    licenses: /^[\w.-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ expression: licence }],
    ...(sha512 === undefined
      ? {}
      : {
          purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
          hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }],
        }),
    ...(url === undefined ? {} : { externalReferences: [{ type: 'website', url }] }),
  };
}
