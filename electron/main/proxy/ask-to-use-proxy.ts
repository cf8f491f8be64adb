/** Main's own question before all destinations go another way: a page alone can't put a proxy before them or take it away. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { parseProxyUrl } from '../../../shared/proxy/proxy.ts';
import type { CommonProxy, OwnProxy } from '../../../shared/proxy/proxy-schema.ts';
import { isSameProxy } from './default-proxy.ts';
import { texts } from '../../../shared/text/text.ts';

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
      message: texts.main.directTitle,
      detail: texts.main.directDetail,
      buttons: [texts.main.cancel, texts.main.directConfirm],
    };
  const isSystem = next.mode === 'system';
  return {
    message: isSystem ? texts.main.systemProxyTitle : ownProxyQuestion(next),
    detail: texts.main.proxyDetail,
    buttons: [texts.main.cancel, isSystem ? texts.main.systemProxyConfirm : texts.main.proxyConfirm],
  };
}

function ownProxyQuestion({ url }: OwnProxy): string {
  const { host, port } = parseProxyUrl(url);
  return texts.main.proxyTitle(host, port);
}
