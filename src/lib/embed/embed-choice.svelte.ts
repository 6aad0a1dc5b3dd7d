import { filterOf } from '../story/certainty-filter.ts';
import { certainties, type Certainty, type Step, type Story } from '../story/story.ts';
import type { EmbedMode, EmbedWidth, SnippetOptions } from './snippet.ts';
import { accentForm, type Face, type Theme } from './theme.ts';

/** What a newsroom chooses in the dialog. */
export class EmbedChoice {
  what = $state<'story' | 'step'>('story');
  wantedMode = $state<EmbedMode>('scroll');
  wantedTheme = $state<Theme>('host');
  width = $state<EmbedWidth>('column');
  face = $state<Face>('serif');
  /** As it was typed: `#b5121b`. */
  accent = $state('');
  certainties = $state<Certainty[]>([...certainties]);
  /** px, as it was typed; null while the field is empty or holds no number. */
  barHeight = $state<number | null>(null);
  picture = $state(true);

  /** A single step has no length to scroll through. */
  get mode(): EmbedMode {
    return this.what === 'step' && this.wantedMode === 'scroll' ? 'paged' : this.wantedMode;
  }

  /** Only the script tells a frame what the article's page looks like. */
  get theme(): Theme {
    return this.mode !== 'scroll' && this.wantedTheme === 'host' ? 'auto' : this.wantedTheme;
  }

  get isAccent(): boolean {
    return accentForm.test(this.#accentDigits);
  }

  get #accentDigits(): string {
    return this.accent.trim().replace(/^#/, '');
  }

  /**
   * The options of the code for an article.
   *
   * @param site the site's root, with a slash at its end
   * @param step the step that is read now
   */
  options(site: string, story: Story, step: Step): SnippetOptions {
    const { mode, theme, width, face, barHeight, picture } = this;
    return {
      site,
      story,
      step: this.what === 'step' ? step : null,
      theme,
      mode,
      width,
      face,
      accent: this.isAccent ? this.#accentDigits : null,
      certainties: filterOf(this.certainties),
      barHeight: barHeight !== null && barHeight >= 0 ? Math.round(barHeight) : null,
      picture
    };
  }
}
