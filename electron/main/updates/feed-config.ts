/** Where a package looks for newer versions: `resources/app-update.yml`, as electron-builder writes it. Pure. */

export interface FeedRules {
  /** Of a build for tests: a feed on this computer without TLS. */
  readonly allowsLoopback: boolean;
}

/** With a slash at the end. Undefined where the file names none, or one that isn't encrypted. */
export function feedUrlOf(config: string, { allowsLoopback }: FeedRules): string | undefined {
  const fields = new Map(
    config.split('\n').flatMap((line): [string, string][] => {
      const found = /^(\w+):\s*(.+?)\s*$/.exec(line);
      return found?.[1] === undefined || found[2] === undefined ? [] : [[found[1], unquoted(found[2])]];
    }),
  );
  const [owner, repo] = [fields.get('owner'), fields.get('repo')];
  const isGitHub = fields.get('provider') === 'github' && owner !== undefined && repo !== undefined;
  const url = isGitHub ? `https://github.com/${owner}/${repo}/releases/latest/download/` : fields.get('url');
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  const isLoopback = allowsLoopback && protocol === 'http:' && hostname === '127.0.0.1';
  if (protocol !== 'https:' && !isLoopback) return undefined;
  return url.endsWith('/') ? url : `${url}/`;
}

function unquoted(text: string): string {
  return /^(['"]).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** Such as `latest-linux-arm64.yml`, as electron-builder names it. */
export function feedFileName(channel: 'stable' | 'beta', platform: NodeJS.Platform, arch: string): string {
  const name = channel === 'stable' ? 'latest' : 'beta';
  if (platform === 'darwin') return `${name}-mac.yml`;
  if (platform === 'win32') return `${name}.yml`;
  return `${name}-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;
}
