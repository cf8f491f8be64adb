/** Collections of OBS that are imported. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { obsFolders } from '../../../../electron/main/collections/obs-folders.ts';
import { parseCollection } from '../../../../electron/settings/collections/collection-file.ts';
import { pathsIn } from '../../../../shared/studio/files/document-paths.ts';
import { obsCollection } from '../../../support/obs/obs-collection.ts';
import { transferFolder } from '../../../support/saved/transfer-rig.ts';

const { at, put, openTransfer } = transferFolder();

it('devices that OBS named are offered, and those that a person chose are in the collection', async () => {
  const scenes = obsCollection([
    { name: 'Face', id: 'v4l2_input', settings: { device_id: '/dev/video3' } },
    { name: 'Voice', id: 'pulse_input_capture', settings: { device_id: 'alsa_input.usb' } },
    { name: 'Usual', id: 'pulse_input_capture', settings: { device_id: 'default' } },
    { name: 'Game', id: 'xcomposite_input', settings: { capture_window: '7\r\nGame\r\ngame' } },
  ]);
  const { transfer, settings } = await openTransfer({ file: put('scenes.json', JSON.stringify(scenes)) });
  const preview = await transfer.open(undefined);
  expect(preview?.devices.map(({ name, kind, device }) => [name, kind, device])).toEqual([
    ['Face', 'camera', '/dev/video3'],
    ['Voice', 'microphone', 'alsa_input.usb'],
    ['Game', 'screen', 'Game'],
  ]);
  const [face, voice, game] = preview?.devices ?? [];
  if (face === undefined || voice === undefined || game === undefined) throw new Error('none offered');
  const camera = { type: 'camera', deviceId: 'c1', label: 'Camera' } as const;
  const window = { type: 'screen', sourceId: 'window:1:0', title: 'Game' } as const;
  for (const wrong of [
    { sourceId: face.sourceId, input: window },
    { sourceId: 'nobody', input: camera },
    { sourceId: voice.sourceId, input: { type: 'image', path: '/a.png' } as const },
  ])
    await expect(transfer.import([wrong])).rejects.toMatchObject({ code: 'input/bad-message' });
  const chosen = [
    { sourceId: face.sourceId, input: camera },
    { sourceId: game.sourceId, input: window },
  ];
  const { id = '' } = (await transfer.import(chosen)) ?? {};
  const sources = (await settings.collections.open(id))?.collection.document.sources ?? [];
  const inputOf = (name: string) => sources.find((source) => source.name === name)?.input;
  expect([inputOf('Face'), inputOf('Game'), inputOf('Voice')]).toEqual([
    camera,
    window,
    { type: 'microphone' },
  ]);
});

it('lists OBS’ collections, says what becomes of each thing, and finds missing files', async () => {
  const logo = put('moved/deep/Logo.png', 'logo');
  const collection = obsCollection([
    { name: 'Logo', id: 'image_source', settings: { file: '/elsewhere/logo.png' } },
    {
      name: 'Widget',
      id: 'browser_source',
      settings: { url: 'https://widgets.example/alerts?token=secret-token-1' },
    },
    { name: 'Thing', id: 'plugin_thing', settings: {} },
  ]);
  const text = JSON.stringify({ ...collection, name: 'My stream' });
  put('obs/My_stream.json', text);
  put('obs/My_stream.json.bak', text);
  const { settings, transfer, pages } = await openTransfer({ parent: at('moved') }, undefined, [
    at('none'),
    at('obs'),
  ]);
  expect(await transfer.find()).toEqual([{ index: 0, name: 'My stream' }]);
  const preview = await transfer.open(0);
  expect(preview).toMatchObject({
    from: 'obs',
    name: 'My stream',
    files: [{ path: '/elsewhere/logo.png', isThere: false }],
  });
  expect(preview?.report).toContainEqual(
    expect.objectContaining({ name: 'Thing', taken: 'not', reason: 'kindUnknown' }),
  );
  expect(JSON.stringify(preview)).not.toContain('secret-token-1');
  expect((await transfer.locate())?.files).toEqual([{ path: logo, isThere: true }]);
  const { id = '', name } = (await transfer.import()) ?? {};
  expect([name, settings.collection.name]).toEqual(['My stream', 'Untitled']);
  const saved = readFileSync(at('profile', 'collections', `${id}.json`), 'utf8');
  expect(pathsIn(parseCollection(saved))).toEqual([logo]);
  expect(saved).not.toContain('secret-token-1');
  const widget = parseCollection(saved).document.sources.find((source) => source.name === 'Widget');
  const address = 'https://widgets.example/alerts?token=secret-token-1';
  expect(pages).toMatchObject([{ sourceId: widget?.id, host: 'widgets.example', address }]);
  expect(existsSync(at('obs', 'My_stream.json'))).toBe(true);
});

it('takes the canvas of OBS’ profiles for a collection that doesn’t say, and of no others', async () => {
  const made = { name: 'Logo', id: 'image_source', settings: { file: '/logo.png' } };
  const path = put('basic/scenes/Old.json', JSON.stringify({ ...obsCollection([made]), name: 'Old' }));
  const guessed = async (file: string) => {
    const { transfer } = await openTransfer({ file });
    return (await transfer.open(undefined))?.report.some(({ reason }) => reason === 'canvasGuessed');
  };
  expect(await guessed(path)).toBe(true);
  put('basic/profiles/A/basic.ini', '[Video]\nBaseCX=1280\nBaseCY=720\n');
  expect(await guessed(path)).toBe(false);
  expect(await guessed(put('elsewhere/Old.json', readFileSync(path, 'utf8')))).toBe(true);
  put('basic/profiles/B/basic.ini', '[Video]\nBaseCX=1920\nBaseCY=1080\n');
  expect(await guessed(path)).toBe(true);
});

it('knows where OBS keeps its collections on each system', () => {
  const linux = { platform: 'linux', home: '/home/me', appData: '/home/me/.config' } as const;
  expect(obsFolders(linux)).toEqual([
    '/home/me/.config/obs-studio/basic/scenes',
    '/home/me/.var/app/com.obsproject.Studio/config/obs-studio/basic/scenes',
    '/home/me/snap/obs-studio/current/.config/obs-studio/basic/scenes',
  ]);
  expect(obsFolders({ ...linux, platform: 'darwin', appData: '/appdata' })).toEqual([
    '/appdata/obs-studio/basic/scenes',
  ]);
});
