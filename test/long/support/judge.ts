/** What a server recorded, in the figures the proofs ask for. */
import { probe } from '../../support/media/ffprobe.ts';

/** Frames in a file, and whether it begins with a keyframe and time never goes back. */
export async function judgeRecording(path: string) {
  const { videoPackets, audioPackets } = await probe(path);
  const isGrowing = [videoPackets, audioPackets].every((packets) =>
    packets.every(({ dtsMs }, index) => index === 0 || dtsMs > (packets[index - 1]?.dtsMs ?? 0)),
  );
  const beginsWithKeyframe = videoPackets[0]?.isKeyframe === true;
  return {
    videoFrames: videoPackets.length,
    audioFrames: audioPackets.length,
    isGrowing,
    beginsWithKeyframe,
  };
}
