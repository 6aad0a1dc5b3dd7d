import type { Memory } from './memory.ts';

/** The engines that the story is tried in. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** Whether all is tried, as by `npm run test:engines`; `npm test` tries a part of what takes long. */
export const thorough = process.env.FULCRUM_ENGINES === 'thorough';

/** A point of the window, CSS px. */
export type Point = readonly [x: number, y: number];

/** A function that runs in a page: it sees nothing but its arguments. */
export type InPage<Args extends readonly unknown[], Result> = (
  ...args: Args
) => Result | Promise<Result>;

/** A window of a browser, by what its reader does there. */
export interface Tab {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** What a function finds in the page, or in the frame of it whose address holds `frame`. */
  evaluate<Args extends readonly unknown[], Result>(
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  evaluateInFrame<Args extends readonly unknown[], Result>(
    frame: string,
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /** Presses a key, by the name that `KeyboardEvent.key` has for it. */
  press(key: string): Promise<void>;
  /** Turns the wheel with the pointer at a point. */
  wheel(px: number, at: Point): Promise<void>;
  click(at: Point): Promise<void>;
  /** Presses the pointer at the first point, leads it over the others and lets go. */
  drag(path: readonly [Point, ...Point[]]): Promise<void>;
  /** The window’s inside has this size. */
  resize(width: number, height: number): Promise<void>;
  /** A PNG of what the window shows. */
  screenshot(): Promise<Buffer>;
  /** A PDF of the page. @throws Error in WebKit, whose driver cannot print */
  print(): Promise<Buffer>;
  /** The window that this one has opened, once there is one. */
  popup(): Promise<Tab>;
  /**
   * Begins to count what its pages hold, from the next one on; gives how to look. Null where the engine’s driver
   * does not tell.
   */
  watchMemory(): Promise<(() => Promise<Memory>) | null>;
  /** What the page has logged as errors or thrown uncaught; null where the engine's driver does not say. */
  errors(): readonly string[] | null;
  close(): Promise<void>;
}

/** How a browser is set up. */
export interface BrowserSettings {
  readonly webGL: boolean;
  readonly reducedMotion: boolean;
}

export interface Browser {
  newTab(): Promise<Tab>;
  /** Whether it has come to an end by itself. */
  hasCrashed(): Promise<boolean>;
  close(): Promise<void>;
}
