/**
 * A WordPress page that has found the story by oEmbed. It lets its frame open no window and shows it only once its own
 * script has heard how high the frame is to be; that script opens links for the frame. See `wp-embed.js` in WordPress
 * 4.4 and later.
 */
export class WordPressHost {
  readonly #parent: Window;
  readonly #secret: string;

  private constructor(parent: Window, secret: string) {
    this.#parent = parent;
    this.#secret = secret;
  }

  /** The WordPress page around a frame, which shows by the secret in its address; null where there is none. */
  static around(frame: Window): WordPressHost | null {
    const secret = /[?&]secret=([\w-]+)/.exec(frame.location.hash)?.[1];
    return secret === undefined || frame.parent === frame
      ? null
      : new WordPressHost(frame.parent, secret);
  }

  /** @param height px */
  show(height: number): void {
    this.#send('height', height);
  }

  /** Opens a page of this site in the place of the host page: WordPress opens no others. */
  open(href: string): void {
    this.#send('link', href);
  }

  #send(message: 'height' | 'link', value: unknown): void {
    this.#parent.postMessage({ message, value, secret: this.#secret }, '*');
  }
}
