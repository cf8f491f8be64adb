/**
 * GTK gives Chromium its colours, fonts and file dialogs on Linux. The first program with GTK on a display loads the computer's
 * OpenGL driver to look at the visuals; later ones read what it found. Main draws nothing by OpenGL, and Mesa's driver takes 32 MB.
 */
const SWITCH = 'GDK_GL';

/**
 * Tells GTK to do without OpenGL, unless whoever started Upcast chose. Only before `ready`: GTK reads the variable at its start.
 * @returns what takes the variable back, so that no program that Upcast starts inherits it
 */
export function keepToolkitFromOpenGl(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): () => void {
  if (platform !== 'linux' || environment[SWITCH] !== undefined) return () => undefined;
  environment[SWITCH] = 'disable';
  return () => {
    delete environment[SWITCH];
  };
}
