/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Install it with your package manager, or download the .deb from Upcast’s releases page.',
  rpm: 'Install it with your package manager, or download the .rpm from Upcast’s releases page.',
  flatpak: 'Install it with your software center, or run: flatpak update',
  snap: 'Install it with your software center, or run: snap refresh',
  folder: 'Download it from Upcast’s releases page.',
};

export const updates = {
  menu: 'Check for updates…',
  title: 'Updates',
  version: (version: string) => `Upcast ${version}`,

  off: 'This build doesn’t check for updates.',
  idle: 'Upcast hasn’t checked for updates yet.',
  newest: 'You have the newest version.',
  checking: 'Checking for updates…',
  available: (version: string) => `Upcast ${version} is available.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Upcast ${version} is available. Upcast will download it when you’re not live or recording.`,
  downloading: (version: string, percent: number) => `Downloading Upcast ${version}: ${percent}%`,
  ready: (version: string) => `Upcast ${version} is ready to install.`,
  readyWhileBusy: 'You can restart when you’re not live or recording.',
  installing: 'Restarting…',

  check: 'Check now',
  restart: 'Restart and update',
  whatsNew: 'What’s new',
  noNotes: 'This version has no release notes.',
  automatic: 'Check for updates automatically',
  automaticHint: 'Upcast asks its update server for the newest version and sends nothing about you.',
  channel: 'Update channel',
  channels: { stable: 'Stable', beta: 'Beta' },

  installed: (version: string) => `Upcast was updated to ${version}.`,
  goBack: (version: string) =>
    `To go back, install Upcast ${version} again. Your settings from before the update are in the before-update folder inside Upcast’s settings folder.`,
};
