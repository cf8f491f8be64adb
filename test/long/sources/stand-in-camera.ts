/**
 * A camera that can be unplugged, in the window's page. Chromium's fake camera comes with fake screens, and this scene has real ones: here
 * the page itself makes the camera's frames, and says what the platform says when a camera comes and goes.
 */
import type { Page } from 'playwright-core';
import type { SourceFault } from '../../support/studio/source-faults.ts';

/** Resolves once the camera is plugged in. */
export async function plugInCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const size = { width: 320, height: 180 };
    const label = 'Test camera';
    const deviceId = 'test-camera';
    type Generator = MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
    const { MediaStreamTrackGenerator } = globalThis as unknown as {
      MediaStreamTrackGenerator: new (init: { readonly kind: 'video' }) => Generator;
    };
    let isThere = true;
    const unplugs = new Set<() => void>();
    const frameAt = (count: number): VideoFrame => {
      const luma = size.width * size.height;
      const bytes = new Uint8Array((luma * 3) / 2).fill(128);
      // A dark bar goes down the picture.
      const row = (count * 4) % (size.height - 40);
      bytes.fill(30, row * size.width, (row + 40) * size.width);
      const { width: codedWidth, height: codedHeight } = size;
      const timestamp = Math.round(performance.now() * 1000);
      return new VideoFrame(bytes, { format: 'I420', codedWidth, codedHeight, timestamp });
    };
    const openCamera = (): MediaStream => {
      const track = new MediaStreamTrackGenerator({ kind: 'video' });
      const writer = track.writable.getWriter();
      let count = 0;
      const end = (): void => {
        clearInterval(timer);
        unplugs.delete(unplug);
      };
      const timer = setInterval(() => {
        count += 1;
        writer.write(frameAt(count)).catch(end);
      }, 1000 / 30);
      // A track ends with its last frame.
      const unplug = (): void => {
        end();
        void writer.close();
      };
      unplugs.add(unplug);
      return new MediaStream([track]);
    };
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.video === undefined || wanted.video === false) return await open(wanted);
      if (!isThere) throw new DOMException('Requested device not found', 'NotFoundError');
      return openCamera();
    };
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = async () => {
      const camera = { kind: 'videoinput', deviceId, label, groupId: '', toJSON: () => ({}) } as const;
      return [...(await list()), ...(isThere ? [camera] : [])];
    };
    const tell = (): void => {
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
    window.addEventListener('test-camera-unplugged', () => {
      isThere = false;
      for (const unplug of unplugs) unplug();
      tell();
    });
    window.addEventListener('test-camera-plugged', () => {
      isThere = true;
      tell();
    });
    tell();
  });
}

export function cameraFaults(page: Page): readonly SourceFault[] {
  const say = async (event: string): Promise<void> => {
    await page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
  };
  return [
    {
      ...{ id: 'camera', what: 'it is unplugged', isSaid: true },
      break: async () => await say('test-camera-unplugged'),
      mend: async () => await say('test-camera-plugged'),
    },
  ];
}
