/** The theme's colours as a canvas needs them: resolved. */

/** @param build gets what resolves a token, `--color-text` for one, where the element stands. */
export function resolveColours<T>(element: HTMLElement, build: (read: (token: string) => string) => T): T {
  const probe = document.createElement('span');
  element.append(probe);
  const colours = build((token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colours;
}
