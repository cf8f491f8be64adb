/** What the Help menu has for a person in trouble. */
import type { MenuItemConstructorOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';

export interface HelpActions {
  readonly saveDiagnostics: () => void;
  readonly showLogs: () => void;
  readonly checkForUpdates: () => void;
}

export function helpItems({
  saveDiagnostics,
  showLogs,
  checkForUpdates,
}: HelpActions): readonly MenuItemConstructorOptions[] {
  return [
    { id: 'check-for-updates', label: texts.updates.menu, click: checkForUpdates },
    { type: 'separator' },
    { id: 'save-diagnostics', label: texts.diagnostics.save, click: saveDiagnostics },
    { id: 'show-logs', label: texts.diagnostics.showLogs, click: showLogs },
  ];
}
