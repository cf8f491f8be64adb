// How Upcast is packaged. build/package.mjs fills in where Electron and ffmpeg are on this machine.
const { join } = require('node:path');

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'app.upcast.desktop',
  productName: 'Upcast',
  copyright: 'Copyright © Upcast contributors',
  directories: { output: 'release', buildResources: 'dist/icons' },
  asar: true,
  npmRebuild: false,
  // The bundles hold everything: no node_modules in the package.
  files: [
    'package.json',
    'dist/main/**',
    'dist/preload/**',
    'dist/engine/**',
    'dist/renderer/**',
    '!**/*.map',
    '!node_modules/**',
  ],
  icon: 'dist/icons',
  afterPack: async (context) => {
    const { setShippedFuses } = await import('./build/fuses.mjs');
    const { productFilename } = context.packager.appInfo;
    const name = {
      darwin: `${productFilename}.app/Contents/MacOS/${productFilename}`,
      win32: `${productFilename}.exe`,
      linux: context.packager.executableName,
    }[context.electronPlatformName];
    await setShippedFuses(join(context.appOutDir, name));
  },
  mac: {
    category: 'public.app-category.video',
    icon: 'dist/icons/1024x1024.png',
    target: [
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ],
    hardenedRuntime: true,
    notarize: ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].every((name) => process.env[name]),
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    extendInfo: {
      NSCameraUsageDescription:
        'Upcast shows your camera and sends it to the destinations you choose when you go live.',
      NSMicrophoneUsageDescription:
        'Upcast sends your microphone to the destinations you choose when you go live.',
      NSAudioCaptureUsageDescription:
        'Upcast sends your desktop audio to the destinations you choose when you go live.',
    },
  },
  win: { icon: 'dist/icons/256x256.png', target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
  linux: {
    category: 'AudioVideo',
    synopsis: 'Desktop live broadcaster',
    executableName: 'upcast',
    maintainer: 'Upcast contributors',
    target: ['AppImage', 'deb'],
  },
  deb: {
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
    ],
  },
};
