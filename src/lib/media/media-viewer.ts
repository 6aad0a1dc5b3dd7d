/** The words of the controls. */
const words = { previous: 'Previous picture', next: 'Next picture', close: 'Close' } as const;

/**
 * Opens the pictures of a page in a dialog as large as the window, and moves the dividers of its comparisons; returns
 * what ends that. It listens on the page, so that passages may come and go.
 */
export function startMediaViewer(page: Document): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let viewer: Viewer | null = null;

  page.addEventListener(
    'click',
    (event) => {
      const { target, button, ctrlKey, metaKey, shiftKey } = event;
      const link = target instanceof Element ? target.closest<HTMLElement>('a.enlarge') : null;
      // A press with these keys opens the picture in a tab or a window of its own.
      if (link === null || button !== 0 || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      viewer ??= new Viewer(page);
      viewer.open(link);
    },
    { signal }
  );
  page.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const frame = target.closest<HTMLElement>('.compare .frame');
      frame?.style.setProperty('--share', `${target.value}%`);
    },
    { signal }
  );
  return () => {
    ended.abort();
    viewer?.remove();
  };
}

/** One dialog for all pictures of a page. */
class Viewer {
  readonly #dialog: HTMLDialogElement;
  readonly #place: HTMLElement;
  readonly #turns: readonly HTMLButtonElement[];
  /** The link that has been followed, which gets the focus back. */
  #from: HTMLElement | null = null;
  #gallery: readonly HTMLElement[] = [];
  #index = 0;

  constructor(page: Document) {
    const dialog = page.createElement('dialog');
    dialog.className = 'enlarged';
    const bar = page.createElement('div');
    bar.className = 'controls';
    const button = (name: keyof typeof words, sign: string, does: () => void) => {
      const made = page.createElement('button');
      made.type = 'button';
      made.className = 'control';
      made.ariaLabel = words[name];
      made.textContent = sign;
      made.addEventListener('click', does);
      bar.append(made);
      return made;
    };
    this.#turns = [
      button('previous', '←', () => this.#turn(-1)),
      button('next', '→', () => this.#turn(1))
    ];
    button('close', '✕', () => dialog.close());
    this.#place = page.createElement('div');
    this.#place.style.display = 'contents';
    dialog.append(bar, this.#place);
    // The keys are the dialog's: the page's own would move the story behind it.
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'ArrowLeft') this.#turn(-1);
      if (event.key === 'ArrowRight') this.#turn(1);
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target instanceof Element && !target.closest('img, figcaption, button')) dialog.close();
    });
    dialog.addEventListener('close', () => {
      this.#place.replaceChildren();
      this.#from?.focus({ preventScroll: true });
    });
    page.body.append(dialog);
    this.#dialog = dialog;
  }

  open(link: HTMLElement): void {
    const row = link.closest('.media-row') ?? link.closest('.medium')!;
    this.#gallery = [...row.querySelectorAll<HTMLElement>('a.enlarge')];
    this.#from = link;
    this.#show(this.#gallery.indexOf(link));
    this.#dialog.showModal();
  }

  remove(): void {
    this.#dialog.remove();
  }

  #turn(by: number): void {
    const to = this.#index + by;
    if (to >= 0 && to < this.#gallery.length) this.#show(to);
  }

  #show(index: number): void {
    this.#index = index;
    const figure = this.#gallery[index]!.closest('figure')!.cloneNode(true) as HTMLElement;
    const link = figure.querySelector('a.enlarge')!;
    link.replaceWith(...link.childNodes);
    for (const part of figure.querySelectorAll('[sizes]')) part.setAttribute('sizes', '100vw');
    for (const image of figure.querySelectorAll('img')) image.loading = 'eager';
    this.#place.replaceChildren(figure);
    const [image] = figure.getElementsByTagName('img');
    this.#dialog.ariaLabel = image!.alt;
    const alone = this.#gallery.length === 1;
    const ends = [index === 0, index === this.#gallery.length - 1];
    for (const [i, button] of this.#turns.entries()) {
      button.hidden = alone;
      // A disabled button would lose the focus.
      button.ariaDisabled = String(ends[i]);
    }
  }
}
