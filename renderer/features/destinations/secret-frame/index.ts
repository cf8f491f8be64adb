/** The dialogs of destinations that the secret frame shows. Apart from the window's own, so that its page holds nothing else. */
export { DestinationDialog } from '../form/DestinationDialog.tsx';
export { ExportDialog } from '../presets/ExportDialog.tsx';
export { ImportDialog } from '../presets/ImportDialog.tsx';
export { ProxyDialog } from '../proxy/ProxyDialog.tsx';
