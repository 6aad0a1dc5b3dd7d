/** The words of the controls. */
const words = { previous: 'Previous picture', next: 'Next picture', close: 'Close' } as const;

/**
 * Opens the pictures of a page in a dialog as large as the window, and moves the dividers of its comparisons; returns
 * what ends that. It listens on the page, so that passages may come and go.
 */
export function startMediaViewer(page: Document): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let viewer: MediaViewer | null = null;

  page.addEventListener(
    'click',
    (event) => {
      const { target, button, ctrlKey, metaKey, shiftKey } = event;
      const link = target instanceof Element ? target.closest<HTMLElement>('a.enlarge') : null;
      // A press with these keys opens the picture in a tab or a window of its own.
      if (link === null || button !== 0 || ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      viewer ??= new MediaViewer(page);
      const row = link.closest('.media-row') ?? link.closest('.medium')!.parentElement!;
      const links = [...row.querySelectorAll(':scope > .medium > .frame > a.enlarge')];
      const gallery = row.matches('.media-row') ? links : [link];
      const figures = gallery.map((each) => each.closest('.medium')!.outerHTML);
      viewer.open(figures, gallery.indexOf(link), link);
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

/** A dialog for the media of a page, one at a time. */
export class MediaViewer {
  readonly #dialog: HTMLDialogElement;
  readonly #place: HTMLElement;
  readonly #turns: readonly HTMLButtonElement[];
  /** What gets the focus back; null for what had it. */
  #from: HTMLElement | null = null;
  #figures: readonly string[] = [];
  #index = 0;

  constructor(page: Document, onClose: () => void = () => {}) {
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
    button('close', '✕', () => dialog.close()).autofocus = true;
    this.#place = page.createElement('div');
    this.#place.className = 'place';
    dialog.append(bar, this.#place);
    dialog.addEventListener('keydown', (event) => {
      // The keys are the dialog's: the page's own would move the story behind it.
      event.stopPropagation();
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      // A comparison's range and a player have arrows of their own.
      if (event.target instanceof Element && event.target.matches('input, video, audio')) return;
      if (['ArrowLeft', 'PageUp'].includes(event.key)) this.#turn(-1);
      if (['ArrowRight', 'PageDown'].includes(event.key)) this.#turn(1);
      if (event.key === 'm') dialog.close();
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || target === this.#place) dialog.close();
    });
    dialog.addEventListener('close', () => {
      this.#place.replaceChildren();
      this.#from?.focus({ preventScroll: true });
      onClose();
    });
    page.body.append(dialog);
    this.#dialog = dialog;
  }

  /** Shows one of some figures, given as HTML; `from` gets the focus back. */
  open(figures: readonly string[], index: number, from: HTMLElement | null): void {
    this.#figures = figures;
    this.#from = from;
    this.#show(index);
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close(): void {
    if (this.#dialog.open) this.#dialog.close();
  }

  remove(): void {
    this.#dialog.remove();
  }

  #turn(by: number): void {
    const to = this.#index + by;
    if (to >= 0 && to < this.#figures.length) this.#show(to);
  }

  #show(index: number): void {
    this.#index = index;
    this.#place.innerHTML = this.#figures[index]!;
    const figure = this.#place.firstElementChild!;
    const link = figure.querySelector('a.enlarge');
    link?.replaceWith(...link.childNodes);
    for (const part of figure.querySelectorAll('[sizes]')) part.setAttribute('sizes', '100vw');
    const images = figure.querySelectorAll('img');
    for (const image of images) image.loading = 'eager';
    this.#dialog.ariaLabel = images[0]?.alt ?? figure.querySelector('.title')?.textContent ?? '';
    const ends = [index === 0, index === this.#figures.length - 1];
    for (const [i, button] of this.#turns.entries()) {
      button.hidden = this.#figures.length === 1;
      // A disabled button would lose the focus.
      button.ariaDisabled = String(ends[i]);
    }
  }
}
