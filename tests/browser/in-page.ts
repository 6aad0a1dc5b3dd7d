// What runs in a page, of whichever driver: each function sees nothing but the page.

/** Whether the page stands still from one picture to the next but one. */
export async function scrollStands(): Promise<boolean> {
  const before = scrollY;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return scrollY === before;
}

/** Where the story is: its position, and the steps that are marked as the current one. */
export function placeInStory(): {
  position: string | null;
  current: (string | null)[];
} {
  return {
    position: document.querySelector('[data-map]')?.getAttribute('data-position') ?? null,
    current: [...document.querySelectorAll('[aria-current="step"]')].map((card) =>
      card.getAttribute('data-step')
    )
  };
}
