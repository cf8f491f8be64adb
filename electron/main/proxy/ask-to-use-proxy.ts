/** Main's own question before all destinations go through a proxy: a page alone can't send streams another way. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { parseProxyUrl } from '../../../shared/proxy/proxy.ts';
import type { OwnProxy } from '../../../shared/proxy/proxy.ts';
import { isSameProxy } from './default-proxy.ts';

/** @throws AppError `input/bad-url`. */
export async function askToUseProxy(
  window: BrowserWindow | undefined,
  before: OwnProxy | undefined,
  next: OwnProxy | undefined,
): Promise<boolean> {
  if (next === undefined || isSameProxy(before, next)) return true;
  const { host, port } = parseProxyUrl(next.url);
  const options = {
    type: 'warning' as const,
    message: `Connect through the proxy ${host}, port ${port}?`,
    detail:
      'All destinations without a choice of their own use it. On rtmp:// connections the proxy can read the stream key; rtmps:// protects it.',
    buttons: ['Cancel', 'Use this proxy'],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}
