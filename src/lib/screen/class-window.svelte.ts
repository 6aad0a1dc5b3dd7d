import type { Classroom } from '$lib/classroom/classroom.svelte.ts';
import type { TaughtLesson } from '$lib/lesson/taught-lesson.ts';
import type { PresentState } from '$lib/present/present-state.ts';
import type { Presenter } from '$lib/present/presenter.svelte.ts';

type Wall = typeof import('$lib/classroom/wall.ts');
interface Loaded extends Pick<Wall, 'ClassAnswers' | 'ClassPanel' | 'ClassPins'> {
  readonly classroom: Classroom;
}

/** What lets a class follow a presentation's window: nothing of it is loaded before it is asked for. */
export class ClassWindow {
  #loaded = $state.raw<Loaded | null>(null);
  readonly #options: readonly [Presenter, site: string, TaughtLesson | null];

  /** @param site the path of the site's root, with a slash at its end */
  constructor(presenter: Presenter, site: string, lesson: TaughtLesson | null) {
    this.#options = [presenter, site, lesson];
  }

  /** Null until it is loaded. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  /** @throws where the network fails */
  async load(): Promise<void> {
    if (this.#loaded !== null) return;
    const { Classroom, ClassAnswers, ClassPanel, ClassPins } =
      await import('$lib/classroom/wall.ts');
    this.#loaded ??= {
      ClassAnswers,
      ClassPanel,
      ClassPins,
      classroom: new Classroom(...this.#options)
    };
  }

  /** Has the class see what a state of the presentation shows. */
  follow(state: PresentState): void {
    if (this.#loaded !== null) this.#loaded.classroom.follow(state);
    // The room of the window before a reload; without a network the class is lost anyway.
    else if (state.room !== null) this.load().catch(() => {});
  }

  close(): void {
    this.#loaded?.classroom.leave();
  }
}
