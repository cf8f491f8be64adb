/** Text that changes too often for React. */

/** Nothing happens where the text is there already, or the element isn't. */
export function writeText(element: Element | undefined, text: string): void {
  if (element !== undefined && element.textContent !== text) element.textContent = text;
}
