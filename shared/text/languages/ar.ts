/** The Arabic catalogue: every sentence that people read, by feature. */
import type { Text } from '../text.ts';
import { appMenu, languageSettings, toasts } from '../ar/app/app.ts';
import { addresses } from '../ar/destinations/addresses.ts';
import { card, certificate, destinations } from '../ar/destinations/card.ts';
import { destinationTest } from '../ar/destinations/checks.ts';
import { destinationForm, proxy } from '../ar/destinations/form.ts';
import { relayGuide, relayRefusals } from '../ar/destinations/relay.ts';
import { security } from '../ar/destinations/security.ts';
import { services } from '../ar/destinations/services.ts';
import { presetExport, presetImport, relay } from '../ar/destinations/transfer.ts';
import { errors } from '../ar/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../ar/go-live.ts';
import { graph } from '../ar/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../ar/reports.ts';
import { diagnostics } from '../ar/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../ar/window.ts';
import { events } from '../ar/events.ts';
import { format } from '../ar/format.ts';
import { away, capture, preview, sources } from '../ar/inputs.ts';
import { live } from '../ar/command-line/live.ts';
import { loudness } from '../ar/mixer/loudness.ts';
import { mediaFile } from '../ar/media-file.ts';
import { main } from '../ar/main.ts';
import { mixer } from '../ar/mixer/mixer.ts';
import { soundFilters } from '../ar/mixer/sound-filters.ts';
import { names } from '../ar/studio/names.ts';
import { obsImport } from '../ar/command-line/import.ts';
import { options } from '../ar/command-line/options.ts';
import { presetFile } from '../ar/destinations/preset-file.ts';
import { presetNotes } from '../ar/destinations/preset-notes.ts';
import { pages } from '../ar/studio/pages.ts';
import { readiness } from '../ar/readiness.ts';
import { reason } from '../ar/errors/reasons.ts';
import { rehearsal } from '../ar/rehearsal.ts';
import { remote } from '../ar/remote.ts';
import { remoteToken } from '../ar/remote-token.ts';
import { canvasEditor } from '../ar/studio/canvas-editor.ts';
import { filters, look } from '../ar/studio/filters.ts';
import { collectionImport, collections } from '../ar/studio/collections.ts';
import { media } from '../ar/studio/media.ts';
import { items, properties, scenes, transitions } from '../ar/studio/scenes.ts';
import { soundPresets } from '../ar/studio/sound-presets.ts';
import { sourceSettings } from '../ar/studio/source-settings.ts';
import { projectors } from '../ar/studio/projectors.ts';
import { studioMode } from '../ar/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../ar/settings.ts';
import { selfTest } from '../ar/failures/self-test.ts';
import { updates } from '../ar/failures/updates.ts';
import { status } from '../ar/status.ts';

export const arabic: Text = {
  appMenu,
  languageSettings,
  toasts,
  addresses,
  away,
  canvasEditor,
  capture,
  card,
  certificate,
  collectionImport,
  collections,
  common,
  destinationForm,
  destinations,
  destinationTest,
  diagnostics,
  encoders,
  errors,
  faults,
  filters,
  events,
  format,
  goLive,
  graph,
  items,
  media,
  mixer,
  pastStreams,
  presetExport,
  presetImport,
  presetFile,
  presetNotes,
  preview,
  projectors,
  properties,
  proxy,
  live,
  look,
  loudness,
  main,
  mediaFile,
  names,
  obsImport,
  options,
  pages,
  readiness,
  recordingSettings,
  rehearsalCard,
  rehearsalReport,
  relay,
  relayGuide,
  relayRefusals,
  remoteSettings,
  reason,
  rehearsal,
  remote,
  remoteToken,
  scenes,
  security,
  soundPresets,
  sourceSettings,
  selfTest,
  serviceAdvice,
  services,
  settings,
  soundFilters,
  sources,
  startNotices,
  streamReport,
  studioMode,
  transitions,
  updates,
  uplink,
  window,
  status,
};
