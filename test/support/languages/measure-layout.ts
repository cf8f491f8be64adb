/**
 * What is wrong with the layout of a page: text that is cut off, controls or texts on each other, what lies outside the window,
 * what scrolls sideways, and, in the accented pseudo-locale, text that isn't translated. Runs in the page, so it knows
 * nothing outside itself.
 */

export interface LayoutOptions {
  /** Text without the marks of the pseudo-locale is a fault, except where a value stands. */
  readonly isPseudo: boolean;
  /** Texts that nobody translates: names of devices, of destinations, of codecs. */
  readonly values: readonly string[];
}

/** Each fault in a line. Only what is on top counts: an open dialog or menu, or else the window. */
export function measureLayout({ isPseudo, values }: LayoutOptions): string[] {
  /** Rounding, and the room that accents take above and below a line. */
  const SLACK = 1.5;
  const LINE_SLACK = 4;
  const faults: string[] = [];
  const dialogs = [...document.querySelectorAll('dialog[open]')];
  const menus = [...document.querySelectorAll('[data-radix-popper-content-wrapper]')];
  const scope = menus.at(-1) ?? dialogs.at(-1) ?? document.body;
  const controls = 'button, input, select, textarea, a[href], summary, [role="switch"], [role="menuitem"]';

  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `<${element.tagName.toLowerCase()}> “${words.trim().replace(/\s+/g, ' ').slice(0, 70)}”`;
  };
  const above = (element: Element): Element[] => {
    const found: Element[] = [];
    for (let each = element.parentElement; each !== null; each = each.parentElement) found.push(each);
    return found;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    // Only for those who hear it.
    [element, ...above(element)].every((each) => !getComputedStyle(each).clipPath.startsWith('inset(50%'));
  const isScrolled = (value: string): boolean => value === 'auto' || value === 'scroll';

  /** The part of a box that its surroundings let through. */
  const visiblePart = (element: Element, box: DOMRect): DOMRect => {
    let { left, top, right, bottom } = box;
    for (const parent of above(element)) {
      const { overflowX, overflowY } = getComputedStyle(parent);
      const around = parent.getBoundingClientRect();
      if (overflowX !== 'visible') {
        left = Math.max(left, around.left);
        right = Math.min(right, around.right);
      }
      if (overflowY !== 'visible') {
        top = Math.max(top, around.top);
        bottom = Math.min(bottom, around.bottom);
      }
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  const isValue = (text: string): boolean =>
    !/\p{L}{2}/u.test(text.replace(/[\d.,]+ (?:[kM]bps|ms|dB|[MG]B|fps|kHz)/g, '')) ||
    values.some((value) => text.includes(value));
  const texts = [...scope.querySelectorAll('*')].flatMap((element) => {
    if (!isShown(element) || ['SCRIPT', 'STYLE', 'OPTION', 'OPTGROUP'].includes(element.tagName)) return [];
    return [...element.childNodes].flatMap((node) => {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : '';
      if (text === '') return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [{ element, text, box: range.getBoundingClientRect() }];
    });
  });

  for (const { element, text, box } of texts) {
    // A name that a person or a device gave may end in an ellipsis.
    if (isValue(text)) continue;
    const around = [element, ...above(element)];
    for (const parent of around) {
      const style = getComputedStyle(parent);
      const frame = parent.getBoundingClientRect();
      const isCutAcross =
        style.overflowX === 'hidden' || style.overflowX === 'clip' || parent.tagName === 'BUTTON';
      if (isCutAcross && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) {
        faults.push(`cut: ${nameOf(element)} by ${Math.round(box.width - frame.width)} px`);
        break;
      }
      const isCutDown = style.overflowY === 'hidden' || style.overflowY === 'clip';
      if (isCutDown && box.bottom > frame.bottom + LINE_SLACK && box.top < frame.bottom) {
        faults.push(`cut below: ${nameOf(element)} by ${Math.round(box.bottom - frame.bottom)} px`);
        break;
      }
      if (isScrolled(style.overflowX) || isScrolled(style.overflowY)) break;
    }
  }

  // What the browser draws itself: the chosen entry of a list, a button's text.
  for (const field of scope.querySelectorAll('select, input[placeholder]')) {
    if (!isShown(field)) continue;
    const isList = field instanceof HTMLSelectElement;
    const text = isList
      ? (field.selectedOptions[0]?.textContent ?? '')
      : (field as HTMLInputElement).value === ''
        ? (field as HTMLInputElement).placeholder
        : '';
    if (text === '' || isValue(text)) continue;
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) continue;
    context.font = font;
    const arrow = isList ? 18 : 0;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - arrow;
    const excess = context.measureText(text).width - room;
    // A list shows an ellipsis, and the whole entry once it opens: a few letters are no loss.
    if (excess > (isList ? context.measureText(text).width * 0.15 : SLACK))
      faults.push(`cut: ${nameOf(field).split(' ')[0]} “${text}” by ${Math.round(excess)} px`);
  }

  // A figure beside a long label. The pseudo-locale's marks alone make a letter three times as wide.
  for (const field of scope.querySelectorAll('input[role="spinbutton"]')) {
    if (!isPseudo && isShown(field) && field.scrollWidth > field.clientWidth + SLACK)
      faults.push(`cut: ${nameOf(field)}, ${field.scrollWidth - field.clientWidth} px of its figure`);
  }

  const boxes = [...scope.querySelectorAll(controls)].filter(isShown).flatMap((element) => {
    // The picture of a switch covers its input.
    if (element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)) return [];
    const box = visiblePart(element, element.getBoundingClientRect());
    return box.width < 2 || box.height < 2 ? [] : [{ element, box }];
  });
  const shownTexts = texts.flatMap(({ element, box }) => {
    const part = visiblePart(element, box);
    return part.width < 2 || part.height < 2 ? [] : [{ element, box: part }];
  });
  const isOver = (one: DOMRect, other: DOMRect, slack: number): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;
  const overlaps = (list: readonly { readonly element: Element; readonly box: DOMRect }[], slack: number) => {
    for (const [index, { element, box }] of list.entries()) {
      for (const { element: other, box: otherBox } of list.slice(index + 1)) {
        if (element === other || element.contains(other) || other.contains(element)) continue;
        // A panel that lies over the window by intent.
        const isFloating = [element, other].some((each) =>
          above(each).some((parent) => parent !== scope && Number(getComputedStyle(parent).zIndex) >= 5),
        );
        if (!isFloating && isOver(box, otherBox, slack))
          faults.push(`overlap: ${nameOf(element)} and ${nameOf(other)}`);
      }
    }
  };
  overlaps(boxes, 2);
  overlaps(shownTexts, LINE_SLACK);

  /** What scrolls by intent: the mixer's strips, of which there may be many. */
  const scrollers = '[data-mixer="strips"] *, [data-scrolls]';
  for (const { element, box } of boxes) {
    const whole = element.getBoundingClientRect();
    const isScrolledAway = element.closest(scrollers) !== null;
    if (
      box.left < -SLACK ||
      box.right > innerWidth + SLACK ||
      (!isScrolledAway && whole.width - box.width > 4)
    )
      faults.push(`outside: ${nameOf(element)}`);
  }
  const widestIn = (element: Element): Element => {
    const { left, right } = element.getBoundingClientRect();
    const excess = (each: Element): number => {
      const box = each.getBoundingClientRect();
      return isShown(each) ? Math.max(box.right - right, left - box.left) : 0;
    };
    return [...element.querySelectorAll('*')].reduce(
      (widest, each) => (excess(each) > excess(widest) ? each : widest),
      element,
    );
  };
  for (const element of [document.documentElement, ...scope.querySelectorAll('*')]) {
    const { overflowX } = getComputedStyle(element);
    const isRoot = element === document.documentElement;
    if (
      (isRoot || isScrolled(overflowX)) &&
      element.scrollWidth > element.clientWidth + 1 &&
      isShown(element) &&
      !element.matches(scrollers)
    )
      faults.push(
        `scrolls sideways: ${isRoot ? 'the page' : nameOf(element)} for ${nameOf(widestIn(element))}`,
      );
  }

  if (isPseudo) {
    const said = [...scope.querySelectorAll('*')].flatMap((element) =>
      isShown(element)
        ? ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']
            .map((name) => element.getAttribute(name) ?? '')
            .filter((text) => text !== '')
        : [],
    );
    const options = [...scope.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    for (const text of [...texts.map((each) => each.text), ...said, ...options]) {
      if (!text.includes('⟦') && !text.includes('⟧') && !isValue(text))
        faults.push(`untranslated: “${text}”`);
    }
  }
  return [...new Set(faults)];
}
