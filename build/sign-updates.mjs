// Signs the files that tell of newer versions: `node build/sign-updates.mjs FOLDER`, with the Ed25519 key of UPCAST_UPDATE_PRIVATE_KEY (PEM).
// Writes `latest-linux.yml.sig` beside `latest-linux.yml`, and so for each. Without a folder it makes a pair of keys and prints it.
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FEED_FILE = /^(?:latest|beta)(?:-[a-z0-9-]+)?\.yml$/;
const RAW_KEY_BYTES = 32;

/**
 * @param {string} folder
 * @param {string} privateKeyPem
 * @returns {string[]} names of the signatures that were written
 */
export function signFeeds(folder, privateKeyPem) {
  const names = readdirSync(folder).filter((name) => FEED_FILE.test(name));
  return names.map((name) => {
    const signature = sign(null, readFileSync(join(folder, name)), privateKeyPem);
    writeFileSync(join(folder, `${name}.sig`), `${signature.toString('base64')}\n`);
    return `${name}.sig`;
  });
}

/**
 * What goes into the package as `updateKey`.
 * @param {string} privateKeyPem
 */
export function publicKeyOf(privateKeyPem) {
  const der = createPublicKey(privateKeyPem).export({ format: 'der', type: 'spki' });
  return der.subarray(-RAW_KEY_BYTES).toString('base64');
}

/** @returns {string} a new private key, PEM */
export function makeKey() {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder] = process.argv.slice(2);
  const privateKey = folder === undefined ? makeKey() : process.env['UPCAST_UPDATE_PRIVATE_KEY'];
  if (folder === undefined)
    process.stdout.write(`${privateKey}\nUPCAST_UPDATE_KEY=${publicKeyOf(privateKey ?? '')}\n`);
  else if (!privateKey) {
    process.stderr.write(
      'UPCAST_UPDATE_PRIVATE_KEY names no key: set it to the PEM of the release’s Ed25519 key.\n',
    );
    process.exitCode = 2;
  } else process.stdout.write(`${signFeeds(folder, privateKey).join('\n')}\n`);
}
