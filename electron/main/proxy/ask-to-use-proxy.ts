/** Main's own question before all destinations go another way: a page alone can't put a proxy before them or take it away. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { parseProxyUrl } from '../../../shared/proxy/proxy.ts';
import type { CommonProxy, OwnProxy } from '../../../shared/proxy/proxy.ts';
import { isSameProxy } from './default-proxy.ts';

/** @throws AppError `input/bad-url`. */
export async function askToUseProxy(
  window: BrowserWindow | undefined,
  before: CommonProxy | undefined,
  next: CommonProxy | undefined,
): Promise<boolean> {
  if (isSameProxy(before, next)) return true;
  const options = { type: 'warning' as const, ...questionOf(next), defaultId: 0, cancelId: 0 };
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}

function questionOf(next: CommonProxy | undefined): { message: string; detail: string; buttons: string[] } {
  if (next === undefined)
    return {
      message: 'Connect without a proxy?',
      detail: 'All destinations without a choice of their own are then connected to directly.',
      buttons: ['Cancel', 'Connect directly'],
    };
  const isSystem = next.mode === 'system';
  return {
    message: isSystem ? 'Connect through the system’s proxy?' : ownProxyQuestion(next),
    detail:
      'All destinations without a choice of their own use it. On rtmp:// connections the proxy can read the stream key; rtmps:// protects it.',
    buttons: ['Cancel', isSystem ? 'Use the system’s proxy' : 'Use this proxy'],
  };
}

function ownProxyQuestion({ url }: OwnProxy): string {
  const { host, port } = parseProxyUrl(url);
  return `Connect through the proxy ${host}, port ${port}?`;
}
