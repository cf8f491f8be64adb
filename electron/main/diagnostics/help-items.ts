/** What the Help menu has: the guide, updates, and what a person in trouble needs. */
import type { MenuItemConstructorOptions } from 'electron';
import { texts } from '../../../shared/text/text.ts';

export interface HelpActions {
  readonly showGuide: () => void;
  readonly saveDiagnostics: () => void;
  readonly showLogs: () => void;
  readonly checkForUpdates: () => void;
}

export function helpItems({
  showGuide,
  saveDiagnostics,
  showLogs,
  checkForUpdates,
}: HelpActions): readonly MenuItemConstructorOptions[] {
  return [
    { id: 'show-guide', label: texts.main.menu.guide, click: showGuide },
    { type: 'separator' },
    { id: 'check-for-updates', label: texts.updates.menu, click: checkForUpdates },
    { type: 'separator' },
    { id: 'save-diagnostics', label: texts.diagnostics.save, click: saveDiagnostics },
    { id: 'show-logs', label: texts.diagnostics.showLogs, click: showLogs },
  ];
}
