// How Upcast is packaged. build/package/package-app.mjs adds what a release needs and, for the unpacked app, this machine's Electron.

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'app.upcast.desktop',
  productName: 'Upcast',
  copyright: 'Copyright © Upcast contributors',
  directories: { output: 'release', buildResources: 'dist/icons' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  asar: true,
  npmRebuild: false,
  // Installers say where they come from; nothing else is offered updates.
  publish: null,
  // The bundles hold everything: no node_modules in the package.
  files: [
    'package.json',
    'dist/main/**',
    'dist/preload/**',
    'dist/engine/**',
    'dist/renderer/**',
    'dist/guide/**',
    'dist/languages/**',
    // For tests alone.
    '!dist/languages/en-*',
    '!**/*.map',
    '!node_modules/**',
  ],
  // Each system and processor has its own ffmpeg; with it go the licenses of everything in the package.
  extraResources: [
    { from: 'dist/ffmpeg/${os}-${arch}', to: '.' },
    { from: 'dist/notices', to: '.' },
  ],
  // Chromium's own texts (menus of fields, dialogs), in the languages that Upcast speaks or is to speak.
  electronLanguages: ['en-US', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ru', 'ar'],
  icon: 'dist/icons',
  beforePack: async (context) => {
    const { noteFfmpeg } = await import('./build/package/before-pack.mjs');
    await noteFfmpeg(context);
  },
  afterExtract: async (context) => {
    const { removeDefaultApp } = await import('./build/package/after-pack.mjs');
    removeDefaultApp(context);
  },
  afterPack: async (context) => {
    const { afterPack } = await import('./build/package/after-pack.mjs');
    await afterPack(context);
  },
  // An AppImage without FUSE 2, whose menu entry leaves the sandbox on.
  toolsets: { appimage: '1.0.3' },
  mac: {
    category: 'public.app-category.video',
    icon: 'dist/icons/icon.icns',
    target: [
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ],
    // The oldest that Electron runs on.
    minimumSystemVersion: '13.0',
    hardenedRuntime: true,
    entitlements: 'build/package/entitlements.mac.plist',
    entitlementsInherit: 'build/package/entitlements.mac.plist',
    extendInfo: {
      NSCameraUsageDescription:
        'Upcast shows your camera and sends it to the destinations you choose when you go live.',
      NSMicrophoneUsageDescription:
        'Upcast sends your microphone to the destinations you choose when you go live.',
      NSAudioCaptureUsageDescription:
        'Upcast sends your desktop audio to the destinations you choose when you go live.',
      NSLocalNetworkUsageDescription:
        'Upcast connects to streaming servers in your local network that you add as destinations.',
      // An iPhone is a camera like others.
      NSCameraUseContinuityCameraDeviceType: true,
      // A thumb that points up is no order for fireworks over the stream.
      NSCameraReactionEffectGesturesEnabledDefault: false,
      // A stream goes on while the window is hidden.
      LSAppNapIsDisabled: true,
      NSPrefersDisplaySafeAreaCompatibilityMode: false,
      // Electron's generic texts for what Upcast never asks.
      NSBluetoothAlwaysUsageDescription: null,
      NSBluetoothPeripheralUsageDescription: null,
    },
  },
  win: { icon: 'dist/icons/icon.ico', target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: {
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    include: 'build/package/installer.nsh',
    // One for each processor, by whose name the updater chooses; both in one would double every download.
    buildUniversalInstaller: false,
  },
  linux: {
    icon: 'dist/icons',
    category: 'AudioVideo',
    synopsis: 'Desktop live broadcaster',
    executableName: 'upcast',
    maintainer: 'Upcast contributors',
    // The desktop finds the window's entry, and so its icon, by `desktopName` of package.json.
    syncDesktopName: true,
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'rpm', arch: ['x64', 'arm64'] },
    ],
  },
  deb: {
    depends: [
      'libgtk-3-0 | libgtk-3-0t64',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0 | libatspi2.0-0t64',
      'libuuid1',
      'libsecret-1-0',
      'libgbm1',
      'libasound2 | libasound2t64',
    ],
    recommends: ['libpipewire-0.3-0 | libpipewire-0.3-0t64', 'xdg-desktop-portal'],
  },
  rpm: {
    depends: [
      'gtk3',
      'libnotify',
      'nss',
      'libXScrnSaver',
      '(libXtst or libXtst6)',
      'xdg-utils',
      'at-spi2-core',
      '(libuuid or libuuid1)',
      '(libsecret or libsecret-1-0)',
      '(mesa-libgbm or libgbm1)',
      '(alsa-lib or libasound2)',
    ],
  },
};
