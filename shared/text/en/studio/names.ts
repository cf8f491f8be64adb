/** Names that Upcast gives to what it makes. People read them, and rename most of them. */
export const names = {
  /** Of a destination without a name. */
  destination: 'Destination',
  rehearsal: 'Rehearsal',
  relay: 'Relay',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (backup)`,
  videoSource: 'Video',
  audioSource: 'Audio',
  microphone: 'Microphone',
  systemAudio: 'Desktop audio',
  tone: 'Test tone',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `${source} audio`,
  scene: 'Scene',
  canvas: 'Main',
  encoding: 'Main',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `Track ${track}`,
};
