// The script of `/fulcrum-story.js`: the element `<fulcrum-story>`, for pages made of components.

/** The sandbox of a frame whose script runs. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Attributes that are options of the embed's address. */
const options = ['theme', 'accent', 'face', 'certainty'];

/** `embed.js` lies beside this script. */
const embedScript = new URL('embed.js', (document.currentScript as HTMLScriptElement).src).href;

/**
 * `<fulcrum-story src="https://maps.example.org/a-story/">`: a story, or one `step` of it, in a frame. What the element
 * holds, such as a link, stands below the frame, and in its place where no script runs.
 */
class FulcrumStory extends HTMLElement {
  static get observedAttributes(): string[] {
    return ['src', 'step', 'mode', ...options, 'title', 'top', 'events'];
  }

  connectedCallback(): void {
    this.disconnectedCallback();
    const value = (name: string) => this.getAttribute(name) || '';
    if (!value('src')) return;
    const step = value('step');
    const rides = !step && value('mode') !== 'paged';
    const story = new URL(value('src').replace(/\/?$/, '/'), document.baseURI);
    const url = new URL(`embed/${step && `${encodeURIComponent(step)}/`}`, story);
    for (const name of options) if (value(name)) url.searchParams.set(name, value(name));
    if (rides) url.hash = 'ride';

    const frame = document.createElement('iframe');
    frame.title = value('title') || 'Story map';
    frame.width = '100%';
    frame.height = step ? '480' : '640';
    frame.loading = 'lazy';
    frame.setAttribute('sandbox', sandbox);
    frame.style.cssText = `border:0;width:100%${rides ? ';height:100vh;height:100svh' : ''}`;
    frame.dataset.fulcrumTop = value('top');
    frame.dataset.fulcrumEvents = value('events');
    if (rides) frame.dataset.fulcrum = '';
    frame.src = url.href;
    const block = document.createElement('div');
    block.dataset.fulcrumBlock = '';
    block.appendChild(frame);
    this.style.display = 'block';
    this.insertBefore(block, this.firstChild);
    // A frame whose scroll the page does not lead still tells it of events.
    if (window.fulcrum && value('events')) window.fulcrum.mount(frame);
  }

  disconnectedCallback(): void {
    const block = this.querySelector(':scope > [data-fulcrum-block]');
    if (block) block.remove();
  }

  attributeChangedCallback(): void {
    // Until the element is in a page, there is nothing to change.
    if (this.querySelector(':scope > [data-fulcrum-block]')) this.connectedCallback();
  }
}

if (!customElements.get('fulcrum-story')) customElements.define('fulcrum-story', FulcrumStory);
if (!window.fulcrum) {
  const script = document.createElement('script');
  script.src = embedScript;
  document.head.appendChild(script);
}
