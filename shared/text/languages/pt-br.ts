/** The Brazilian Portuguese catalogue: every sentence that people read, by feature. */
import type { Text } from '../text.ts';
import { appMenu, languageSettings, toasts } from '../pt-br/app/app.ts';
import { addresses } from '../pt-br/destinations/addresses.ts';
import { card, certificate, destinations } from '../pt-br/destinations/card.ts';
import { destinationTest } from '../pt-br/destinations/checks.ts';
import { destinationForm, proxy } from '../pt-br/destinations/form.ts';
import { relayGuide, relayRefusals } from '../pt-br/destinations/relay.ts';
import { security } from '../pt-br/destinations/security.ts';
import { services } from '../pt-br/destinations/services.ts';
import { presetExport, presetImport, relay } from '../pt-br/destinations/transfer.ts';
import { errors } from '../pt-br/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../pt-br/go-live.ts';
import { graph } from '../pt-br/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../pt-br/reports.ts';
import { diagnostics } from '../pt-br/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../pt-br/window.ts';
import { events } from '../pt-br/events.ts';
import { format } from '../pt-br/format.ts';
import { away, capture, preview, sources } from '../pt-br/inputs.ts';
import { live } from '../pt-br/command-line/live.ts';
import { loudness } from '../pt-br/mixer/loudness.ts';
import { mediaFile } from '../pt-br/media-file.ts';
import { main } from '../pt-br/main.ts';
import { mixer } from '../pt-br/mixer/mixer.ts';
import { soundFilters } from '../pt-br/mixer/sound-filters.ts';
import { names } from '../pt-br/studio/names.ts';
import { obsImport } from '../pt-br/command-line/import.ts';
import { options } from '../pt-br/command-line/options.ts';
import { presetFile } from '../pt-br/destinations/preset-file.ts';
import { presetNotes } from '../pt-br/destinations/preset-notes.ts';
import { pages } from '../pt-br/studio/pages.ts';
import { readiness } from '../pt-br/readiness.ts';
import { reason } from '../pt-br/errors/reasons.ts';
import { rehearsal } from '../pt-br/rehearsal.ts';
import { remote } from '../pt-br/remote.ts';
import { remoteToken } from '../pt-br/remote-token.ts';
import { canvasEditor } from '../pt-br/studio/canvas-editor.ts';
import { filters, look } from '../pt-br/studio/filters.ts';
import { collectionImport, collections } from '../pt-br/studio/collections.ts';
import { media } from '../pt-br/studio/media.ts';
import { items, properties, scenes, transitions } from '../pt-br/studio/scenes.ts';
import { soundPresets } from '../pt-br/studio/sound-presets.ts';
import { sourceSettings } from '../pt-br/studio/source-settings.ts';
import { projectors } from '../pt-br/studio/projectors.ts';
import { studioMode } from '../pt-br/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../pt-br/settings.ts';
import { selfTest } from '../pt-br/failures/self-test.ts';
import { updates } from '../pt-br/failures/updates.ts';
import { status } from '../pt-br/status.ts';

export const brazilianPortuguese: Text = {
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
