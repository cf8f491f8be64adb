/**
 * A chosen device is found again by its name, and no other one is taken for it. Labels as Chromium tells them on Windows 10 and 11, and
 * with PulseAudio 16 and PipeWire 0.3, after public reports on OBS and Mumble.
 */
import { expect, test } from 'vitest';
import { findDevice } from '../../../../../renderer/media/capture/find-device.ts';

const desk = { deviceId: 'a', label: 'Desk microphone' };
const room = { deviceId: 'b', label: 'Room microphone' };

test.each([
  ['by its id', desk, [room, desk], 'a'],
  ['by its label under another id', desk, [room, { ...desk, deviceId: 'c' }], 'c'],
  [
    'by its label where its old id is another device’s now',
    desk,
    [
      { ...room, deviceId: 'a' },
      { ...desk, deviceId: 'd' },
    ],
    'd',
  ],
  [
    'in another socket of Windows, which numbers it',
    { deviceId: 'a', label: 'Microphone (USB Audio)' },
    [{ deviceId: 'e', label: 'Microphone (2- USB Audio)' }],
    'e',
  ],
  [
    'with another profile of PulseAudio after it was plugged in again',
    { deviceId: 'a', label: 'USB Audio Device Mono' },
    [room, { deviceId: 'g', label: 'USB Audio Device Analog Stereo' }],
    'g',
  ],
  [
    'whose label is exact beside one with another profile',
    { deviceId: 'a', label: 'USB Audio Device Mono' },
    [
      { deviceId: 'g', label: 'USB Audio Device Analog Stereo' },
      { deviceId: 'h', label: 'USB Audio Device Mono' },
    ],
    'h',
  ],
  [
    'as a Bluetooth headset that a newer Windows names without its profile',
    { deviceId: 'a', label: 'Headset (WH-1000XM4 Hands-Free AG Audio)' },
    [{ deviceId: 'i', label: 'Headset (WH-1000XM4)' }],
    'i',
  ],
  ['by its id among two of the same label', desk, [{ ...desk, deviceId: 'f' }, desk], 'a'],
  ['by its id where the system tells no label yet', desk, [{ deviceId: 'a', label: '' }], 'a'],
  ['by its id where no label was saved', { deviceId: 'a' }, [desk], 'a'],
  ['as the system’s default where none was chosen', {}, [desk], undefined],
  ['by its name alone, as a collection of OBS names it', { label: 'Desk microphone' }, [room, desk], 'a'],
  [
    'by the name of OBS, to which Chromium adds vendor and model',
    { label: 'HD Webcam' },
    [room, { deviceId: 'j', label: 'HD Webcam (046d:0825)' }],
    'j',
  ],
  [
    'by the name of OBS, to which macOS adds how it is connected',
    { label: 'MacBook Pro Microphone' },
    [room, { deviceId: 'k', label: 'MacBook Pro Microphone (Built-in)' }],
    'k',
  ],
] as const)('D4: a device is found %s', (_how, wanted, devices, id) => {
  expect(findDevice(wanted, devices, 'microphone')).toBe(id);
});

test.each([
  ['is not there', [room], { message: '“Desk microphone” isn’t connected.' }],
  [
    'has its id taken by another',
    [{ ...room, deviceId: 'a' }],
    { message: '“Desk microphone” isn’t connected.' },
  ],
  [
    'could be one of two',
    [
      { ...desk, deviceId: 'x' },
      { ...desk, deviceId: 'y' },
    ],
    { message: '2 microphones are named “Desk microphone”.', count: 2 },
  ],
] as const)('D4: a device that %s is not guessed', (_what, devices, said) => {
  expect(() => findDevice(desk, devices, 'microphone')).toThrowError(
    expect.objectContaining({
      code: 'capture/no-microphone',
      details: { ...said, label: desk.label },
    }) as Error,
  );
});

test.each([
  ['USB Audio Device Analog Stereo', 'USB Audio Device Digital Stereo (IEC958)'],
  ['USB Audio Device Digital Stereo', 'USB Audio Device Analog Stereo'],
  ['Headset (WH-1000XM4)', 'Headset (WH-1000XM5)'],
  ['Microphone (USB Audio)', 'Microphone (USB Audio 2)'],
])('D4: %s is not taken for %s', (wanted, other) => {
  const devices = [{ deviceId: 'z', label: other }];
  expect(() => findDevice({ deviceId: 'a', label: wanted }, devices, 'microphone')).toThrow(
    /isn’t connected/,
  );
});
