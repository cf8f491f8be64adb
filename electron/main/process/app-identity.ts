/** By what Windows knows the app: its pinned icon, its notifications and its windows belong together by this id. */
import type { App } from 'electron';

/** The installer gives it to the shortcut. */
export const APP_ID = 'app.upcast.desktop';

/** Before `ready`. */
export function identifyApp(app: Pick<App, 'setAppUserModelId'>, platform: NodeJS.Platform): void {
  if (platform === 'win32') app.setAppUserModelId(APP_ID);
}
