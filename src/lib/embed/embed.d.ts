// Types for a page that has `/embed.js` beside its frames.

/** What the script dispatches on a frame as `fulcrum`, if its `data-fulcrum-events` asks for it; it bubbles. */
export type FulcrumEvent =
  /** The reader is at a step, counted from 1. */
  | { readonly type: 'step'; readonly step: string; readonly index: number }
  /** The reader has opened a source. */
  | { readonly type: 'source'; readonly source: string }
  /** The reader has come to the end, for the first time. */
  | { readonly type: 'finish' };

/** `window.fulcrum`: one a page, however often the script is loaded. */
export interface Fulcrum {
  readonly version: 1;
  /** Leads a frame; without one, all that have `data-fulcrum`. Those are found by themselves, also later. */
  mount(frame?: HTMLIFrameElement): void;
  /** Gives a frame its own height back; from then on readers page through the story. */
  release(frame: HTMLIFrameElement): void;
  /** Leads the story in a frame to a step, by its id. */
  go(frame: HTMLIFrameElement, step: string): void;
  /** Releases every frame, and ends the script. */
  destroy(): void;
}

declare global {
  interface Window {
    /** Missing until the script has loaded, and after `destroy()`. */
    fulcrum?: Fulcrum;
  }
  interface HTMLElementEventMap {
    fulcrum: CustomEvent<FulcrumEvent>;
  }
}
