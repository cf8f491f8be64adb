/** The French catalogue. */
import { appMenu, languageSettings, toasts } from '../fr/app/app.ts';
import { addresses } from '../fr/destinations/addresses.ts';
import { card, certificate, destinations } from '../fr/destinations/card.ts';
import { destinationTest } from '../fr/destinations/checks.ts';
import { destinationForm, proxy } from '../fr/destinations/form.ts';
import { relayGuide, relayRefusals } from '../fr/destinations/relay.ts';
import { security } from '../fr/destinations/security.ts';
import { services } from '../fr/destinations/services.ts';
import { presetExport, presetImport, relay } from '../fr/destinations/transfer.ts';
import { errors } from '../fr/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../fr/go-live.ts';
import { graph } from '../fr/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../fr/reports.ts';
import { diagnostics } from '../fr/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../fr/window.ts';
import { events } from '../fr/events.ts';
import { format } from '../fr/format.ts';
import { away, capture, preview, sources } from '../fr/inputs.ts';
import { live } from '../fr/command-line/live.ts';
import { loudness } from '../fr/mixer/loudness.ts';
import { mediaFile } from '../fr/media-file.ts';
import { main } from '../fr/main.ts';
import { mixer } from '../fr/mixer/mixer.ts';
import { soundFilters } from '../fr/mixer/sound-filters.ts';
import { names } from '../fr/studio/names.ts';
import { obsImport } from '../fr/command-line/import.ts';
import { options } from '../fr/command-line/options.ts';
import { presetFile } from '../fr/destinations/preset-file.ts';
import { presetNotes } from '../fr/destinations/preset-notes.ts';
import { pages } from '../fr/studio/pages.ts';
import { readiness } from '../fr/readiness.ts';
import { reason } from '../fr/errors/reasons.ts';
import { rehearsal } from '../fr/rehearsal.ts';
import { remote } from '../fr/remote.ts';
import { remoteToken } from '../fr/remote-token.ts';
import { canvasEditor } from '../fr/studio/canvas-editor.ts';
import { filters, look } from '../fr/studio/filters.ts';
import { collectionImport, collections } from '../fr/studio/collections.ts';
import { media } from '../fr/studio/media.ts';
import { items, properties, scenes, transitions } from '../fr/studio/scenes.ts';
import { soundPresets } from '../fr/studio/sound-presets.ts';
import { sourceSettings } from '../fr/studio/source-settings.ts';
import { projectors } from '../fr/studio/projectors.ts';
import { studioMode } from '../fr/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../fr/settings.ts';
import { selfTest } from '../fr/failures/self-test.ts';
import { updates } from '../fr/failures/updates.ts';
import { status } from '../fr/status.ts';
import type { Text } from '../text.ts';

export const french: Text = {
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
