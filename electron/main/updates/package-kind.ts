/** How this copy of Upcast was installed, and so who brings a newer version. Pure. */
import type { PackageKind } from '../../../shared/updates/update-state.ts';

export interface PackageTraces {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** What `resources/package-type` says: there in a deb or rpm. */
  readonly packageType: string | undefined;
}

export function packageKind({ platform, variables, packageType }: PackageTraces): PackageKind {
  if (platform === 'win32') return 'installer';
  if (platform === 'darwin') return 'mac';
  if (variables['FLATPAK_ID'] !== undefined) return 'flatpak';
  if (variables['SNAP'] !== undefined) return 'snap';
  if (packageType === 'deb' || packageType === 'rpm') return packageType;
  return variables['APPIMAGE'] === undefined ? 'folder' : 'appimage';
}

export function installsItself(kind: PackageKind): boolean {
  return kind === 'installer' || kind === 'mac' || kind === 'appimage';
}
