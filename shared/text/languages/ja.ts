/** The Japanese catalogue: every sentence that people read, by feature. */
import type { Text } from '../text.ts';
import { appMenu, languageSettings, toasts } from '../ja/app/app.ts';
import { addresses } from '../ja/destinations/addresses.ts';
import { card, certificate, destinations } from '../ja/destinations/card.ts';
import { destinationTest } from '../ja/destinations/checks.ts';
import { destinationForm, proxy } from '../ja/destinations/form.ts';
import { relayGuide, relayRefusals } from '../ja/destinations/relay.ts';
import { security } from '../ja/destinations/security.ts';
import { services } from '../ja/destinations/services.ts';
import { presetExport, presetImport, relay } from '../ja/destinations/transfer.ts';
import { errors } from '../ja/errors/errors.ts';
import { goLive, serviceAdvice, uplink } from '../ja/go-live.ts';
import { graph } from '../ja/graph.ts';
import { pastStreams, rehearsalCard, rehearsalReport, streamReport } from '../ja/reports.ts';
import { diagnostics } from '../ja/failures/diagnostics.ts';
import { common, faults, startNotices, window } from '../ja/window.ts';
import { events } from '../ja/events.ts';
import { format } from '../ja/format.ts';
import { away, capture, preview, sources } from '../ja/inputs.ts';
import { live } from '../ja/command-line/live.ts';
import { loudness } from '../ja/mixer/loudness.ts';
import { mediaFile } from '../ja/media-file.ts';
import { main } from '../ja/main.ts';
import { mixer } from '../ja/mixer/mixer.ts';
import { soundFilters } from '../ja/mixer/sound-filters.ts';
import { names } from '../ja/studio/names.ts';
import { obsImport } from '../ja/command-line/import.ts';
import { options } from '../ja/command-line/options.ts';
import { presetFile } from '../ja/destinations/preset-file.ts';
import { presetNotes } from '../ja/destinations/preset-notes.ts';
import { pages } from '../ja/studio/pages.ts';
import { readiness } from '../ja/readiness.ts';
import { reason } from '../ja/errors/reasons.ts';
import { rehearsal } from '../ja/rehearsal.ts';
import { remote } from '../ja/remote.ts';
import { remoteToken } from '../ja/remote-token.ts';
import { canvasEditor } from '../ja/studio/canvas-editor.ts';
import { filters, look } from '../ja/studio/filters.ts';
import { collectionImport, collections } from '../ja/studio/collections.ts';
import { media } from '../ja/studio/media.ts';
import { items, properties, scenes, transitions } from '../ja/studio/scenes.ts';
import { soundPresets } from '../ja/studio/sound-presets.ts';
import { sourceSettings } from '../ja/studio/source-settings.ts';
import { projectors } from '../ja/studio/projectors.ts';
import { studioMode } from '../ja/studio/studio-mode.ts';
import { encoders, recordingSettings, remoteSettings, settings } from '../ja/settings.ts';
import { selfTest } from '../ja/failures/self-test.ts';
import { updates } from '../ja/failures/updates.ts';
import { status } from '../ja/status.ts';

export const japanese: Text = {
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
