/** Electrons of a few files, for tests of packaging: the headers, plists, resources and fuses of the real ones, and no code. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { pinnedElectron } from '../../../build/setup/electron.mjs';

export type Platform = 'darwin' | 'win32' | 'linux';
export type Processor = 'x64' | 'arm64';

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = 9;
const LANGUAGE = { lang: 1033, codepage: 1200 };
const MACH_O_PROCESSORS = { x64: 0x01000007, arm64: 0x0100000c };
const PE_PROCESSORS = { x64: 0x8664, arm64: 0xaa64 };
const ELF_PROCESSORS = { x64: 0x3e, arm64: 0xb7 };

/** A program that has the header for its target and, behind that, the bytes that are given. */
export function programFor(
  platform: Platform,
  processor: Processor,
  content: Buffer = Buffer.alloc(0),
): Buffer {
  if (platform === 'win32') return windowsProgram(processor, content);
  const header = Buffer.alloc(64);
  if (platform === 'darwin') {
    header.writeUInt32LE(0xfeedfacf, 0);
    header.writeUInt32LE(MACH_O_PROCESSORS[processor], 4);
  } else {
    header.write('\x7fELF', 'latin1');
    header.writeUInt16LE(ELF_PROCESSORS[processor], 18);
  }
  return Buffer.concat([header, content]);
}

/** With the version information that Electron's has, in which electron-builder looks for the language. */
function windowsProgram(processor: Processor, content: Buffer): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(LANGUAGE, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  const bytes = Buffer.from(executable.generate());
  bytes.writeUInt16LE(PE_PROCESSORS[processor], bytes.readUInt32LE(0x3c) + 4);
  return Buffer.concat([bytes, content]);
}

/** The wire as Electron ships it: each fuse as its maker left it. */
function fuses(): Buffer {
  return Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('1'.repeat(FUSE_COUNT)),
  ]);
}

/** Writes Electron's folder for a target. */
export function writeElectron(folder: string, platform: Platform, processor: Processor): void {
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('LICENSE', 'MIT');
  write('LICENSES.chromium.html', '<html></html>');
  write('version', pinnedElectron());
  if (platform !== 'darwin') {
    write(platform === 'win32' ? 'electron.exe' : 'electron', programFor(platform, processor, fuses()));
    for (const name of ['en-US', 'de', 'fi', 'pt-BR', 'pt-PT']) write(`locales/${name}.pak`, 'texts');
    write('resources/default_app.asar', '');
    return;
  }
  write('Electron.app/Contents/Resources/default_app.asar', '');
  write('Electron.app/Contents/Info.plist', plist('Electron', ELECTRON_KEYS));
  write('Electron.app/Contents/MacOS/Electron', programFor(platform, processor));
  const frameworks = 'Electron.app/Contents/Frameworks';
  const framework = `${frameworks}/Electron Framework.framework`;
  write(`${framework}/Versions/A/Electron Framework`, programFor(platform, processor, fuses()));
  symlinkSync('A', join(folder, framework, 'Versions/Current'));
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(`Versions/Current/${name}`, join(folder, framework, name));
  }
  for (const name of ['en', 'de', 'fi']) {
    write(`${framework}/Versions/A/Resources/${name}.lproj/locale.pak`, 'texts');
    write(`Electron.app/Contents/Resources/${name}.lproj/.keep`, '');
  }
  for (const suffix of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${suffix}`;
    write(`${frameworks}/${name}.app/Contents/Info.plist`, plist(name, ''));
    write(`${frameworks}/${name}.app/Contents/MacOS/${name}`, programFor(platform, processor));
  }
}

/** What Electron's own plist says that Upcast's must not, or must say otherwise. */
const ELECTRON_KEYS = `
    <key>LSMinimumSystemVersion</key><string>12.0</string>
    <key>NSBluetoothAlwaysUsageDescription</key><string>This app needs access to Bluetooth</string>
    <key>NSCameraUsageDescription</key><string>This app needs access to the camera</string>
    <key>NSAudioCaptureUsageDescription</key><string>This app needs access to audio capture</string>`;

function plist(name: string, keys: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
    <key>CFBundleExecutable</key><string>${name}</string>
    <key>CFBundleIdentifier</key><string>com.github.Electron</string>${keys}
</dict></plist>
`;
}

/** The hashes that Electron on Windows compares its archive with. */
export function readWindowsIntegrity(
  program: Buffer,
): readonly { file: string; alg: string; value: string }[] {
  const { entries } = NtExecutableResource.from(NtExecutable.from(program));
  const entry = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  if (entry === undefined) throw new Error('the program holds no hash of its archive');
  return JSON.parse(Buffer.from(entry.bin).toString('utf8')) as readonly {
    file: string;
    alg: string;
    value: string;
  }[];
}

/** How many pictures the program's icon has. */
export function countIcons(program: Buffer): number {
  const { entries } = NtExecutableResource.from(NtExecutable.from(program));
  return Resource.IconGroupEntry.fromEntries(entries).flatMap(({ icons }) => icons).length;
}

/** Reads an icon file of Windows as strictly as the packager does. */
export function iconSizes(ico: Buffer): readonly number[] {
  return Data.IconFile.from(ico).icons.map(({ width }) => (width === 0 || width === undefined ? 256 : width));
}
