/**
 * Keeps the computer's graphics drivers out of main, which draws nothing by them: Mesa's bring LLVM, 30 MB of it. Linux alone.
 * - GTK gives Chromium its colours, fonts and file dialogs. The first program with GTK on a display loads the OpenGL driver to look at
 *   the visuals; later ones read what it found.
 * - `live` has Chromium's graphics thread in main. It draws by SwiftShader, and Vulkan's loader loads every driver to find that.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from 'electron';

/** Longer than a busy computer takes. */
const STARTED_WITHIN_MS = 5000;

export interface GraphicsOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly hasGraphicsThread: boolean;
  /** Electron's. */
  readonly executablePath: string;
}

/**
 * Only before `ready`. Settles once Chromium's graphics have started. Until then main must not end when their thread is in main: their
 * libraries would be taken from under them, and main would crash or hang.
 */
export async function startGraphics(app: App, options: GraphicsOptions): Promise<void> {
  const started = new Promise<void>((resolve) => {
    app.once('gpu-info-update', () => resolve());
  });
  const restore = keepDriversOut(options);
  await app.whenReady();
  if (options.hasGraphicsThread)
    await Promise.race([started, delay(STARTED_WITHIN_MS, undefined, { ref: false })]);
  restore();
}

/**
 * Sets variables that whoever started Upcast did not set: both libraries read them at their start.
 * @returns what takes the variables back, so that no program that Upcast starts inherits them
 */
export function keepDriversOut(options: GraphicsOptions): () => void {
  const { environment } = options;
  const own = Object.entries(variablesFor(options)).filter(([name]) => environment[name] === undefined);
  for (const [name, value] of own) environment[name] = value;
  return () => {
    for (const [name] of own) delete environment[name];
  };
}

function variablesFor(options: GraphicsOptions): Readonly<Record<string, string>> {
  const { platform, hasGraphicsThread, executablePath } = options;
  if (platform !== 'linux') return {};
  const swiftShader = join(dirname(executablePath), 'vk_swiftshader_icd.json');
  const hasOwn = hasGraphicsThread && existsSync(swiftShader);
  return { GDK_GL: 'disable', ...(hasOwn && { VK_ICD_FILENAMES: swiftShader }) };
}
