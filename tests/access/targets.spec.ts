import { onEveryPage } from '../browser/every-page.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

for (const [width, height] of [
  [360, 740],
  [1366, 768]
] as const) {
  test(`whatever can be pressed is large enough, or far enough from all else, at ${width}×${height}`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height });
    const faults = await onEveryPage(page, ({ part }) => page.evaluate(smallTargets, part));
    expect(faults).toEqual([]);
  });
}

/**
 * WCAG 2.2, 2.5.8: the targets that are less than 24 px wide or high and around whose middle a circle of 24 px meets
 * another target, or the circle of another small one. Links in a sentence are left aside. Runs in the page.
 */
function smallTargets(part: string): string[] {
  const leastPx = 24;
  interface Target {
    readonly element: HTMLElement;
    readonly name: string;
    readonly box: DOMRect;
    readonly isSmall: boolean;
  }

  const isInSentence = (element: Element) => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    const parent = element.parentElement!;
    const block = parent.closest('p, li, dd, dt, td, .back') ?? parent;
    const others = [...block.querySelectorAll('a, button')].map((other) => other.textContent);
    const around = others.reduce((words, other) => words.replace(other, ''), block.textContent);
    return /\p{L}/u.test(around);
  };
  /** A link on two lines has two boxes; a label is pressed for what it names. */
  const boxesOf = (element: HTMLElement): DOMRect[] => {
    if (getComputedStyle(element).display === 'inline') return [...element.getClientRects()];
    const [own, label] = [element, element.closest('label') ?? element].map((each) =>
      each.getBoundingClientRect()
    ) as [DOMRect, DOMRect];
    const [left, top] = [Math.min(own.left, label.left), Math.min(own.top, label.top)];
    const [right, bottom] = [Math.max(own.right, label.right), Math.max(own.bottom, label.bottom)];
    return [new DOMRect(left, top, right - left, bottom - top)];
  };
  const targets: Target[] = [
    ...document.querySelectorAll<HTMLElement>(
      `${part} :is(a[href], button, input, select, textarea, summary):not(:disabled)`
    )
  ]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
    .filter((element) => !element.matches('.skip') && !isInSentence(element))
    .flatMap((element) =>
      boxesOf(element).map((box) => ({
        element,
        name: `${element.localName} “${element.ariaLabel ?? element.textContent.trim()}”`,
        box,
        isSmall: Math.min(box.width, box.height) < leastPx - 0.5
      }))
    );
  if (targets.length === 0) return ['there is nothing to press'];

  const middleOf = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
  const isNear = (target: Target, other: Target) => {
    const [x, y] = middleOf(target.box) as [number, number];
    const { left, right, top, bottom } = other.box;
    const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
    if (Math.hypot(dx, dy) < leastPx / 2) return true;
    const [otherX, otherY] = middleOf(other.box) as [number, number];
    return other.isSmall && Math.hypot(otherX - x, otherY - y) < leastPx;
  };
  // On the map a badge stands where its event does: there size alone counts.
  const isOnMap = ({ element }: Target) => element.matches('[data-map] [aria-expanded]');
  return targets
    .filter(({ isSmall }) => isSmall)
    .filter(
      (target) =>
        isOnMap(target) ||
        targets.some(
          (other) => other.element !== target.element && !isOnMap(other) && isNear(target, other)
        )
    )
    .map(({ name, box }) => `${name} is ${Math.round(box.width)}×${Math.round(box.height)} px`);
}
