/** What keeps a stream from starting, or what viewers would miss; the text is the catalogue’s. */
export type ReadinessItem =
  | { readonly code: 'ffmpegMissing' }
  | { readonly code: 'videoStarting' }
  | { readonly code: 'videoFailed' }
  | { readonly code: 'sourceMissing' }
  | { readonly code: 'destinationMissing' }
  | { readonly code: 'destinationDisabled' }
  | { readonly code: 'keyMissing'; readonly name: string }
  | { readonly code: 'audioOff' }
  | { readonly code: 'audioFailed' }
  | { readonly code: 'muted' }
  | { readonly code: 'allMuted' }
  | { readonly code: 'away' };
