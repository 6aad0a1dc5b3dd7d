import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failedEvent, held, hydratedEvent, recordInput, startUp } from './inline.ts';
import { compileInline } from './inline-plugin.ts';

/** A document with as much of the DOM as the inline script asks for. */
class FakePage extends EventTarget {
  hidden = false;
  readonly links = [new EventTarget(), new EventTarget()];
  readonly body = { append: vi.fn() };
  readonly styleSheets = [];
  readonly templates = [this.links, []].map((links) => ({
    content: { querySelectorAll: () => links },
    replaceWith: vi.fn()
  }));
  readonly documentElement = { toggleAttribute: vi.fn() };
  createElement = () => ({ text: '' }) as object;
  querySelectorAll = (selector: string) => ({ [`template[${held}]`]: this.templates })[selector];

  /** Whether what was held is in the page. */
  get started(): boolean {
    const released = this.templates.filter(({ content, replaceWith }) =>
      replaceWith.mock.calls.some(([put]) => put === content)
    );
    expect([0, this.templates.length]).toContain(released.length);
    return released.length > 0;
  }
}

const asDocument = (page: FakePage) => page as unknown as Document;

/** An element that hears what it is told, and tells the page of what it is told, as a real one bubbles. */
class FakeField extends EventTarget {
  value = '';
  checked = false;
}

function fire(page: FakePage, type: string, target: object): void {
  const event = new Event(type);
  Object.defineProperty(event, 'target', { value: target });
  page.dispatchEvent(event);
}

describe('startUp(page)', () => {
  let frames: FrameRequestCallback[];
  let onPaint: (() => void) | null;
  const nextFrame = () => frames.splice(0).forEach((draw) => draw(0));

  beforeEach(() => {
    frames = [];
    onPaint = null;
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw));
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        observe = vi.fn();
        constructor(callback: () => void) {
          onPaint = callback;
        }
      }
    );
    vi.stubGlobal('location', { hash: '' });
    vi.stubGlobal('scrollY', 0);
    vi.stubGlobal('HTMLElement', { prototype: { popover: null } });
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('starts the scripts once the whole page is there and painted', async () => {
    const page = new FakePage();
    startUp(asDocument(page));
    page.dispatchEvent(new Event('DOMContentLoaded'));
    nextFrame();
    nextFrame();
    await vi.advanceTimersByTimeAsync(0);
    expect(page.started).toBe(false);
    onPaint!();
    await vi.advanceTimersByTimeAsync(0);
    expect(page.started).toBe(true);
  });

  it('starts them after two frames on a page opened at a fragment, for which Firefox tells of no paint', async () => {
    vi.stubGlobal('location', { hash: '#vienna' });
    const page = new FakePage();
    startUp(asDocument(page));
    expect(frames).toEqual([]);
    page.dispatchEvent(new Event('DOMContentLoaded'));
    nextFrame();
    await vi.advanceTimersByTimeAsync(0);
    expect(page.started).toBe(false);
    nextFrame();
    await vi.advanceTimersByTimeAsync(0);
    expect(page.started).toBe(true);
  });

  it('starts them after 2 s in a frame that is never painted', async () => {
    const page = new FakePage();
    startUp(asDocument(page));
    page.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.started).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(page.started).toBe(true);
  });

  it('says so, once, where modules do not come', async () => {
    const page = new FakePage();
    page.hidden = true;
    const made: { role?: string; textContent?: string; append: unknown }[] = [];
    page.createElement = () => {
      made.push({
        style: {},
        append: vi.fn(),
        addEventListener: vi.fn()
      } as never);
      return made.at(-1)!;
    };
    startUp(asDocument(page));
    page.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(0);
    expect(page.body.append).not.toHaveBeenCalled();
    made.length = 0;
    for (const link of page.links) link.dispatchEvent(new Event('error'));
    page.dispatchEvent(new Event(failedEvent));
    expect(page.body.append).toHaveBeenCalledExactlyOnceWith(made[0]);
    expect(made[0]!.role).toBe('status');
    expect(made[1]!.textContent).toBe('Reload');
  });

  for (const [name, missing] of [
    ['popovers', () => vi.stubGlobal('HTMLElement', { prototype: {} })],
    ['the media feature', () => vi.stubGlobal('matchMedia', () => ({ matches: false }))]
  ] as const) {
    it(`starts nothing in a browser without ${name}, and offers no reload`, async () => {
      missing();
      const page = new FakePage();
      page.hidden = true;
      startUp(asDocument(page));
      page.dispatchEvent(new Event('DOMContentLoaded'));
      await vi.advanceTimersByTimeAsync(0);
      expect(page.started).toBe(false);
      expect(page.body.append).not.toHaveBeenCalled();
    });
  }

  it('starts them at once in a hidden tab', async () => {
    const page = new FakePage();
    page.hidden = true;
    startUp(asDocument(page));
    page.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(0);
    expect(page.started).toBe(true);
  });

  for (const [hash, deepLinked] of [
    ['#shoigu', true],
    ['#', false],
    ['', false]
  ] as const) {
    it(`takes an address that ends in “${hash}” for ${deepLinked ? 'a' : 'no'} deep link`, () => {
      vi.stubGlobal('location', { hash });
      const page = new FakePage();
      startUp(asDocument(page));
      expect(page.documentElement.toggleAttribute.mock.calls).toEqual([
        ['data-deep-linked', deepLinked]
      ]);
    });
  }

  it('does once what was pressed before, when the page says that it is hydrated', () => {
    const page = new FakePage();
    startUp(asDocument(page));
    const button = { click: vi.fn() };
    fire(page, 'click', { closest: () => button });
    expect(button.click).not.toHaveBeenCalled();
    page.dispatchEvent(new Event(hydratedEvent));
    page.dispatchEvent(new Event(hydratedEvent));
    expect(button.click).toHaveBeenCalledTimes(1);
  });
});

describe('recordInput(page)', () => {
  it('does presses and choices again in their order, each with the value it had', () => {
    const page = new FakePage();
    const replay = recordInput(asDocument(page));
    const done: unknown[] = [];
    const field = new FakeField();
    for (const type of ['input', 'change']) {
      field.addEventListener(type, () => done.push([type, field.value, field.checked]));
    }
    const button = { click: () => done.push('click') };
    field.value = 'mos';
    fire(page, 'input', field);
    fire(page, 'click', { closest: () => button });
    field.checked = true;
    fire(page, 'change', field);
    // What the page writes as it is hydrated.
    Object.assign(field, { value: '', checked: false });
    replay();
    expect(done).toEqual([['input', 'mos', false], 'click', ['change', 'mos', true]]);
  });

  it('leaves out what is pressed beside a button, and hears no more once it is replayed', () => {
    const page = new FakePage();
    const replay = recordInput(asDocument(page));
    const closest = vi.fn(() => null);
    fire(page, 'click', { closest });
    expect(closest).toHaveBeenCalledWith('button:not([popovertarget], [commandfor])');
    replay();
    fire(page, 'click', { closest });
    expect(closest).toHaveBeenCalledTimes(1);
  });
});

describe('compileInline()', () => {
  it('makes one script of the module, which calls it and exports nothing', async () => {
    const script = await compileInline();
    expect(script).toMatch(/^\(\(\)=>\{.*\}\)\(\);$/s);
    expect(script).not.toMatch(/\b(export|import|interface)\b/);
    const page = new FakePage();
    vi.stubGlobal('location', { hash: '#shoigu' });
    new Function('document', script)(page);
    expect(page.documentElement.toggleAttribute).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});
