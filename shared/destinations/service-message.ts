/** What a service asks for; the service is its name. */
export type ServiceMessage = { readonly service: string } & (
  | { readonly code: 'maxVideo' | 'maxAudio' | 'maxTotal' | 'minTotal'; readonly kbps: number }
  | { readonly code: 'maxFrameRate'; readonly fps: number }
  | { readonly code: 'sampleRate'; readonly hertz: number }
  | { readonly code: 'maxResolution'; readonly longSide: number; readonly shortSide: number }
  | { readonly code: 'vertical' | 'bFrames' }
  | { readonly code: 'keyframes'; readonly seconds: number; readonly isRequired: boolean }
  | { readonly code: 'codec' | 'profile' | 'codecUnknown'; readonly name: string }
);
