/** Publishes one file N times at once, in real time, from one process: `INPUT URL COUNT [CA]`. The bench `publish` runs it. */
import { readFileSync } from 'node:fs';
import { readMediaFile } from '../../electron/rtmp/publisher/media-file.ts';
import { publishMedia } from '../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../electron/rtmp/publisher/publisher.ts';

/** @returns seconds it took; what it cost is measured from outside. */
export async function run(argv: readonly string[]): Promise<object> {
  const [input = '', url = '', count = '1', caFile] = argv;
  const tls = caFile === undefined ? {} : { extraAuthorityPem: readFileSync(caFile, 'utf8') };
  const publishOne = async (index: number): Promise<void> => {
    const publisher = await openPublisher({
      url,
      streamKey: `bench${index}`,
      tls: { minimumVersion: 'TLSv1.2', ...tls },
    });
    await publishMedia(publisher, readMediaFile(input, 'ffmpeg'), { isFast: false });
    await publisher.end();
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: Number(count) }, (_, index) => publishOne(index)));
  return { connections: Number(count), seconds: (performance.now() - startMs) / 1000 };
}
