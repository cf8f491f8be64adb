// What package managers are told of a release: winget, Homebrew and Flathub, each by address and SHA-256. Pure.
import { installerName } from './artifacts.mjs';

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {string} date as YYYY-MM-DD
 * @property {string} home the repository's page
 * @property {(name: string) => string} sha256 of a file of the release
 */

const DESCRIPTION =
  'Streams a camera, a screen or whole scenes to any number of RTMP and RTMPS destinations, encoded once, and shows how well.';

/**
 * @param {Release} release
 * @returns {Record<string, string>} files by name, in the form that the store wants them
 */
export function makeManifests(release) {
  return {
    'winget/Upcast.Upcast.yaml': wingetVersion(release),
    'winget/Upcast.Upcast.installer.yaml': wingetInstaller(release),
    'winget/Upcast.Upcast.locale.en-US.yaml': wingetLocale(release),
    'homebrew/upcast.rb': homebrewCask(release),
    'flatpak/app.upcast.Upcast.yml': flatpak(release),
    'flatpak/app.upcast.Upcast.metainfo.xml': metainfo(release),
  };
}

/**
 * @param {Release} release
 * @param {string} name
 */
function addressOf({ home, version }, name) {
  return `${home}/releases/download/v${version}/${name}`;
}

/** @param {Release} release */
function wingetVersion({ version }) {
  return `# yaml-language-server: $schema=https://aka.ms/winget-manifest.version.1.9.0.schema.json
PackageIdentifier: Upcast.Upcast
PackageVersion: ${version}
DefaultLocale: en-US
ManifestType: version
ManifestVersion: 1.9.0
`;
}

/** @param {Release} release */
function wingetInstaller(release) {
  const installers = ['x64', 'arm64'].map((processor) => {
    const name = installerName(release.version, 'win', 'exe', processor);
    return `  - Architecture: ${processor}
    InstallerUrl: ${addressOf(release, name)}
    InstallerSha256: ${release.sha256(name).toUpperCase()}
`;
  });
  return `# yaml-language-server: $schema=https://aka.ms/winget-manifest.installer.1.9.0.schema.json
PackageIdentifier: Upcast.Upcast
PackageVersion: ${release.version}
MinimumOSVersion: 10.0.19045.0
InstallerType: nullsoft
Scope: user
UpgradeBehavior: install
ReleaseDate: ${release.date}
Installers:
${installers.join('')}ManifestType: installer
ManifestVersion: 1.9.0
`;
}

/** @param {Release} release */
function wingetLocale({ version, home }) {
  return `# yaml-language-server: $schema=https://aka.ms/winget-manifest.defaultLocale.1.9.0.schema.json
PackageIdentifier: Upcast.Upcast
PackageVersion: ${version}
PackageLocale: en-US
Publisher: Upcast contributors
PackageName: Upcast
PackageUrl: ${home}
License: MIT
LicenseUrl: ${home}/blob/v${version}/LICENSE
ShortDescription: Desktop live broadcaster
Description: ${DESCRIPTION}
Tags:
  - streaming
  - rtmp
  - broadcast
  - recording
ReleaseNotesUrl: ${home}/releases/tag/v${version}
ManifestType: defaultLocale
ManifestVersion: 1.9.0
`;
}

/** @param {Release} release */
function homebrewCask({ version, home, sha256 }) {
  const hash = (/** @type {string} */ processor) => sha256(installerName(version, 'mac', 'dmg', processor));
  return `cask "upcast" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${hash('arm64')}",
         intel: "${hash('x64')}"

  url "${home}/releases/download/v#{version}/Upcast-#{version}-mac-#{arch}.dmg"
  name "Upcast"
  desc "Desktop live broadcaster"
  homepage "${home}"

  livecheck do
    url :url
    strategy :github_latest
  end

  auto_updates true
  depends_on macos: ">= :ventura"

  app "Upcast.app"

  zap trash: [
    "~/Library/Application Support/Upcast",
    "~/Library/Caches/Upcast",
    "~/Library/Logs/Upcast",
    "~/Library/Preferences/app.upcast.desktop.plist",
    "~/Library/Saved Application State/app.upcast.desktop.savedState",
  ]
end
`;
}

/** @param {Release} release */
function flatpak(release) {
  const sources = [
    ['x64', 'x86_64'],
    ['arm64', 'aarch64'],
  ].map(([processor = '', named]) => {
    const name = installerName(release.version, 'linux', 'deb', processor);
    return `      - type: file
        dest-filename: upcast.deb
        only-arches: [${named}]
        url: ${addressOf(release, name)}
        sha256: ${release.sha256(name)}
`;
  });
  return `id: app.upcast.Upcast
runtime: org.freedesktop.Platform
runtime-version: '25.08'
sdk: org.freedesktop.Sdk
base: org.electronjs.Electron2.BaseApp
base-version: '25.08'
command: upcast
separate-locales: false
finish-args:
  - --share=network
  - --share=ipc
  - --socket=wayland
  - --socket=fallback-x11
  - --socket=pulseaudio
  # Cameras and the graphics card.
  - --device=all
  - --filesystem=xdg-videos
  - --talk-name=org.freedesktop.Notifications
  - --talk-name=org.freedesktop.secrets
modules:
  - name: upcast
    buildsystem: simple
    build-commands:
      - ar x upcast.deb
      - tar -xf data.tar.*
      - mkdir -p /app/bin
      - cp -r opt/Upcast /app/upcast
      - install -Dm755 upcast.sh /app/bin/upcast
      - install -Dm644 usr/share/applications/app.upcast.Upcast.desktop -t /app/share/applications
      - desktop-file-edit --set-key=Exec --set-value='upcast %U' --set-icon=app.upcast.Upcast
        /app/share/applications/app.upcast.Upcast.desktop
      - for size in 16 32 48 64 128 256 512; do install -Dm644 usr/share/icons/hicolor/\${size}x\${size}/apps/upcast.png
        /app/share/icons/hicolor/\${size}x\${size}/apps/app.upcast.Upcast.png; done
      - install -Dm644 app.upcast.Upcast.metainfo.xml -t /app/share/metainfo
    sources:
${sources.join('')}      - type: script
        dest-filename: upcast.sh
        commands:
          - export TMPDIR="$XDG_RUNTIME_DIR/app/$FLATPAK_ID"
          - exec zypak-wrapper /app/upcast/upcast "$@"
      - type: file
        path: app.upcast.Upcast.metainfo.xml
`;
}

/** @param {Release} release */
function metainfo({ version, date, home }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>app.upcast.Upcast</id>
  <name>Upcast</name>
  <summary>Desktop live broadcaster</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT AND GPL-3.0-or-later</project_license>
  <developer id="app.upcast">
    <name>Upcast contributors</name>
  </developer>
  <description>
    <p>${DESCRIPTION}</p>
    <p>Rehearsal sends your stream through the whole real path to a receiver of its own, and tells you what a streaming service would have seen.</p>
  </description>
  <launchable type="desktop-id">app.upcast.Upcast.desktop</launchable>
  <url type="homepage">${home}</url>
  <url type="bugtracker">${home}/issues</url>
  <screenshots>
    <screenshot type="default">
      <image>${home}/raw/v${version}/docs/images/window-1280-dark.png</image>
      <caption>The window while live</caption>
    </screenshot>
  </screenshots>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="${version}" date="${date}">
      <url>${home}/releases/tag/v${version}</url>
    </release>
  </releases>
</component>
`;
}
