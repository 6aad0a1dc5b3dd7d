import { tick, untrack } from 'svelte';
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
  /** The panel that lets the class in, once it is on the page. */
  panel = $state<{ open(): void }>();
  #loaded = $state.raw<Loaded | null>(null);
  #failed = $state(false);
  readonly #options: readonly [Presenter, site: string, TaughtLesson | null];

  /** @param site the path of the site's root, with a slash at its end */
  constructor(presenter: Presenter, site: string, lesson: TaughtLesson | null) {
    this.#options = [presenter, site, lesson];
  }

  /** Whether the network has failed before it was loaded. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Opens the panel that lets the class in. */
  async openPanel(): Promise<void> {
    await this.#load();
    await tick();
    this.panel?.open();
  }

  /** Null until it is loaded. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  async #load(): Promise<void> {
    if (this.#loaded !== null) return;
    try {
      const { Classroom, ClassAnswers, ClassPanel, ClassPins } =
        await import('$lib/classroom/wall.ts');
      this.#loaded ??= {
        ClassAnswers,
        ClassPanel,
        ClassPins,
        classroom: new Classroom(...this.#options)
      };
      this.#failed = false;
    } catch {
      // The page says so; a next press tries again.
      this.#failed = true;
    }
  }

  /** Has the class see what a state of the presentation shows. */
  follow(state: PresentState): void {
    const loaded = this.#loaded;
    // An effect that follows the presentation does not come to depend on what the class answers.
    if (loaded !== null) untrack(() => loaded.classroom.follow(state));
    // The room of the window before a reload.
    else if (state.room !== null) void this.#load();
  }

  close(): void {
    this.#loaded?.classroom.leave();
  }
}
