/** What the window uses of the settings. */
export { SettingsDialog } from './SettingsDialog.tsx';
