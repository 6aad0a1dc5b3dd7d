import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import type { Step } from '../story/story.ts';
import type { BrowserWindow } from './browser-window.ts';
import { addStroke, emptyDrawing, strokesAt } from './drawing.ts';
import { FakeChannels } from './fake-channels.ts';
import type { Role } from './messages.ts';
import { openingState, type PresentState } from './present-state.ts';
import { Presenter, type PresenterOptions } from './presenter.svelte.ts';
import type { Stop } from './stops.ts';

const [folder] = readStoryFolders(resolve(import.meta.dirname, '../../stories'));
const story = parseStory(folder!, readWorld());
const lastStep = story.steps.length - 1;

type At = readonly [step: string, face: Stop['face']];

/** The story's stops in order, with its questions asked. */
const stops: readonly At[] = [
  ...story.steps.flatMap(({ id, askHtml }): At[] => [
    ...(askHtml === '' ? [] : [[id, 'question'] as const]),
    [id, 'whole']
  ]),
  [story.steps[lastStep]!.id, 'end']
];

const indexOf = (id: string) => story.steps.findIndex((step) => step.id === id);

let channels: FakeChannels;
let open: Window[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T10:00:00') });
  // As in a browser a message is heard once the script that posted it has ended.
  channels = new FakeChannels((hear) => setTimeout(hear));
  open = [];
});

afterEach(() => {
  for (const window of open) window.close();
  vi.useRealTimers();
});

/** Lets time pass: messages come, flights land. */
function pass(ms: number): void {
  vi.advanceTimersByTime(ms);
}

/** What outlives a reload of one window. */
function fakeStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value)
  };
}

type Storage = ReturnType<typeof fakeStorage>;

interface Opening {
  readonly role?: Role;
  /** The address's fragment and query, such as `#shoigu` and `?session=a`. */
  readonly hash?: string;
  readonly search?: string;
  readonly reloaded?: boolean;
  readonly storage?: Storage | null;
  readonly reducedMotion?: boolean;
  readonly channels?: FakeChannels | null;
  readonly lesson?: PresenterOptions['lesson'];
}

/** One window of a presentation, whose address follows it. */
class Window {
  readonly presenter: Presenter;
  readonly address: { hash: string; search: string };
  readonly storage: Storage | null;
  readonly rests: Step[] = [];
  readonly #events = new EventTarget();
  readonly #opening: Opening;
  readonly #close: () => void;

  constructor(opening: Opening = {}) {
    const { role = 'screen', hash = '', search = '', reloaded = false } = opening;
    this.#opening = opening;
    this.address = { hash, search };
    this.storage = opening.storage === undefined ? fakeStorage() : opening.storage;
    this.presenter = new Presenter({
      story,
      lesson: opening.lesson ?? null,
      role,
      reducedMotion: () => opening.reducedMotion ?? true,
      onRest: (step) => {
        this.rests.push(step);
        this.address.hash = `#${step.id}`;
      }
    });
    const browser: BrowserWindow = {
      address: this.address,
      reloaded,
      storage: this.storage,
      events: this.#events,
      openChannel: (name) =>
        opening.channels === null ? null : (opening.channels ?? channels).open(name),
      clock: {
        now: () => Date.now(),
        requestFrame: (callback) => Number(setTimeout(callback, 16)),
        cancelFrame: (handle) => clearTimeout(handle)
      }
    };
    this.#close = this.presenter.open(browser);
    open.push(this);
  }

  get at(): At {
    const { stop } = this.presenter.state;
    return [story.steps[stop.step]!.id, stop.face];
  }

  get position(): number {
    return this.presenter.reader.position;
  }

  close(): void {
    open = open.filter((window) => window !== this);
    this.#close();
  }

  /** The page goes: to another page, where it may be kept for Back. */
  hide(): void {
    this.#events.dispatchEvent(new Event('pagehide'));
  }

  comeBack(persisted: boolean): void {
    this.#events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  }

  /** Closes the window and opens it again at the address where it was. */
  reload(changes: Opening = {}): Window {
    this.close();
    return new Window({
      ...this.#opening,
      ...this.address,
      storage: this.storage,
      reloaded: true,
      ...changes
    });
  }
}

/** A line at the step about Syria. */
const line = addStroke(emptyDrawing, 'syria', {
  pen: 'accent',
  weight: 'fine',
  points: [
    [38, 35],
    [39, 36]
  ]
});

/** A screen and its speaker's window, opened from it. */
function lesson(opening: Opening = {}) {
  const screen = new Window(opening);
  const search = `?session=${screen.presenter.session.name}`;
  const speaker = new Window({ ...opening, hash: '', role: 'speaker', search });
  pass(50);
  return { screen, speaker };
}

/** Both windows are at a stop, and at rest. */
function agree({ screen, speaker }: { screen: Window; speaker: Window }, at: At): void {
  pass(10);
  expect(screen.at).toEqual(at);
  expect(speaker.at).toEqual(at);
  expect([screen.position, speaker.position]).toEqual([indexOf(at[0]), indexOf(at[0])]);
}

/** Posts to the presentation, as a window does that others know nothing of. */
function post(window: Window, changes: object): void {
  const { state } = window.presenter;
  const { stamp } = (
    JSON.parse(window.storage!.getItem('presentation of russia-iran-2015')!) as {
      stamped: { stamp: { rev: number } };
    }
  ).stamped;
  channels.open(`presentations of ${story.slug}`).postMessage({
    kind: 'state',
    session: window.presenter.session.name,
    stamped: { stamp: { rev: stamp.rev + 5, writer: 'zzz' }, state: { ...state, ...changes } }
  });
  pass(10);
}

describe('a lesson in two windows', () => {
  it('goes through every stop from either window, and back', () => {
    const both = lesson();
    agree(both, stops[0]!);
    for (const [i, stop] of stops.slice(1).entries()) {
      const hand = i % 2 === 0 ? both.screen : both.speaker;
      hand.presenter.run('next');
      agree(both, stop);
    }
    expect(both.screen.presenter.atEnd).toBe(true);
    both.speaker.presenter.run('previous');
    agree(both, [story.steps[lastStep]!.id, 'whole']);
    // Its own question is among the stops.
    both.screen.presenter.run('previous');
    agree(both, [story.steps[lastStep]!.id, 'question']);
    both.screen.presenter.run('previous');
    agree(both, [story.steps[lastStep - 1]!.id, 'whole']);
    both.screen.presenter.run('first');
    agree(both, stops[0]!);
    expect(both.screen.presenter.atStart).toBe(true);
    both.speaker.presenter.run('last');
    agree(both, stops.at(-1)!);
  });

  it('jumps by number and by name, ahead and back, to the question', () => {
    const both = lesson();
    both.screen.presenter.goToStep(indexOf('journey-denied'));
    agree(both, ['journey-denied', 'question']);
    both.speaker.presenter.goToStep(2);
    agree(both, ['two-forces', 'question']);
    expect(both.screen.presenter.goToNamed('#israel')).toBe(true);
    agree(both, ['israel', 'question']);
    expect(both.screen.presenter.goToNamed('#no-such-step')).toBe(false);
    agree(both, ['israel', 'question']);
  });

  it('goes on in a screen that is opened by hand, once the first is closed', () => {
    const { screen, speaker } = lesson();
    speaker.presenter.goToStep(indexOf('vienna'));
    pass(10);
    screen.close();
    pass(10);
    const again = new Window();
    pass(1100);
    agree({ screen: again, speaker }, speaker.at);
    again.presenter.run('next');
    agree({ screen: again, speaker }, again.at);
    // Another one, or one that is opened at a step, is a presentation of its own.
    const other = new Window();
    const named = new Window({ hash: '#israel' });
    pass(1100);
    expect(other.at[0]).toBe(story.steps[0]!.id);
    expect(named.at[0]).toBe('israel');
    expect(speaker.at).toEqual(again.at);
  });

  it('says what comes next', () => {
    const { screen } = lesson({ hash: '#shoigu' });
    expect(screen.presenter.step.id).toBe('shoigu');
    const portCalls = indexOf('port-calls');
    expect(screen.presenter.next).toEqual({ step: portCalls, face: 'question' });
    screen.presenter.run('next');
    expect(screen.presenter.next).toEqual({ step: portCalls, face: 'whole' });
    screen.presenter.run('last');
    expect(screen.presenter.next).toEqual({ step: lastStep, face: 'end' });
  });

  it('blackens the screen from either window until it moves on', () => {
    const { screen, speaker } = lesson();
    speaker.presenter.run('black');
    pass(10);
    expect(screen.presenter.state.black).toBe(true);
    screen.presenter.run('black');
    pass(10);
    expect(speaker.presenter.state.black).toBe(false);
    screen.presenter.run('black');
    screen.presenter.run('next');
    expect(screen.presenter.state.black).toBe(false);
  });

  it('takes names off every map and brings them back', () => {
    const { screen, speaker } = lesson();
    screen.presenter.run('names');
    pass(10);
    expect([screen, speaker].map(({ presenter }) => presenter.reader.names)).toEqual([
      false,
      false
    ]);
    speaker.presenter.run('names');
    pass(10);
    expect(screen.presenter.reader.names).toBe(true);
  });

  it('asks nothing where questions are left out', () => {
    const both = lesson({ hash: '#israel' });
    agree(both, ['israel', 'question']);
    both.speaker.presenter.ask(false);
    agree(both, ['israel', 'whole']);
    both.screen.presenter.run('next');
    agree(both, ['gulf', 'whole']);
    pass(1000);
    both.screen = both.screen.reload();
    agree(both, ['gulf', 'whole']);
    both.screen.presenter.run('next');
    agree(both, ['what-changed', 'whole']);
  });
});

describe('the time', () => {
  it('runs from the first move, and is shown when it is asked for', () => {
    const { screen, speaker } = lesson();
    expect(screen.presenter.state.startedAt).toBeNull();
    pass(60_000);
    const startedAt = Date.now();
    screen.presenter.run('next');
    pass(30_000);
    speaker.presenter.run('next');
    speaker.presenter.run('timer');
    pass(10);
    expect(screen.presenter.state).toMatchObject({ startedAt, timer: true });
    screen.presenter.run('timer');
    pass(10);
    expect(speaker.presenter.state).toMatchObject({ startedAt, timer: false });
  });

  it('begins with the timer where nothing has moved, and anew when it is told to', () => {
    const { presenter } = new Window();
    presenter.run('timer');
    expect(presenter.state.startedAt).toBe(Date.now());
    pass(5000);
    presenter.startClock();
    expect(presenter.state.startedAt).toBe(Date.now());
  });

  it('has a plan that every window knows', () => {
    const { screen, speaker } = lesson();
    speaker.presenter.planFor(45);
    pass(10);
    expect(screen.presenter.state.plannedMinutes).toBe(45);
    speaker.presenter.planFor(null);
    pass(10);
    expect(screen.presenter.state.plannedMinutes).toBeNull();
  });
});

describe('the pace', () => {
  it('is counted from the step that the talk began with, or went back to', () => {
    const { presenter } = new Window();
    presenter.planFor(40);
    presenter.goToStep(20);
    expect(presenter.state.startedStep).toBe(20);
    expect(presenter.plan!.minutes.slice(0, 20)).toEqual(Array(20).fill(0));
    presenter.goToStep(3);
    presenter.goToStep(9);
    expect(presenter.state.startedStep).toBe(3);
    presenter.startClock();
    expect(presenter.state.startedStep).toBe(9);
  });

  it('is that of the lesson, whose windows keep to themselves', () => {
    const stepMinutes = story.steps.map((_, index) => index + 1);
    const lesson = { code: 'abc', stepMinutes, lesson: { minutes: 45 } };
    const screen = new Window({ lesson });
    expect(screen.presenter.state.plannedMinutes).toBe(45);
    const { minutes } = screen.presenter.plan!;
    expect(minutes.reduce((sum, each) => sum + each)).toBeCloseTo(45);
    expect(minutes[9]! / minutes[0]!).toBeCloseTo(10);
    const whole = new Window({ role: 'speaker' });
    const taught = new Window({ role: 'speaker', lesson });
    pass(3000);
    expect(whole.presenter.session.others).toEqual([]);
    expect(taught.presenter.session.others).toHaveLength(1);
    screen.presenter.run('next');
    pass(200);
    const kept = screen.reload();
    expect(kept.at).toEqual(screen.at);
    expect(new Window({ storage: kept.storage }).presenter.atStart).toBe(true);
  });
});

describe('a class', () => {
  const room = { code: 'BCDFG', key: 'k', address: 'http://192.168.1.5:4173/' };

  it('is led by every window, and sees its answers until the step is left', () => {
    const { screen, speaker } = lesson();
    screen.presenter.run('reveal');
    expect(screen.presenter.state.revealed).toBe(false);
    screen.presenter.enterRoom(room);
    pass(10);
    expect(speaker.presenter.state.room).toEqual(room);
    speaker.presenter.run('reveal');
    pass(10);
    expect(screen.presenter.state.revealed).toBe(true);
    // The answer of the step stands beside those of the class.
    screen.presenter.run('next');
    expect(screen.presenter.state.revealed).toBe(true);
    screen.presenter.run('next');
    expect(screen.presenter.state.revealed).toBe(false);
    expect(screen.reload().presenter.state.room).toEqual(room);
  });

  it('finds a place that no map names while it is asked for', () => {
    const { presenter } = new Window({ hash: '#what-changed' });
    expect([presenter.state.stop.face, presenter.reader.names]).toEqual(['question', false]);
    presenter.run('next');
    expect([presenter.state.stop.face, presenter.reader.names]).toEqual(['whole', true]);
  });
});

describe('keys that come faster than flights', () => {
  const flying = { reducedMotion: false };

  it('end where they add up to', () => {
    const screen = new Window(flying);
    for (let i = 0; i < 9; i++) screen.presenter.run('next');
    expect(screen.at).toEqual(stops[9]);
    pass(5000);
    expect(screen.position).toBe(indexOf(stops[9]![0]));
    expect(screen.rests.at(-1)!.id).toBe(stops[9]![0]);
    for (const move of ['next', 'next', 'next', 'previous'] as const) screen.presenter.run(move);
    const before = story.steps[indexOf(stops[12]![0]) - 1]!;
    expect(screen.at).toEqual([before.id, 'whole']);
    pass(5000);
    expect(screen.position).toBe(indexOf(before.id));
  });

  it('held down, do not fly, and go on until they are let go', () => {
    const screen = new Window(flying);
    for (let i = 0; i < 14; i++) screen.presenter.run('next', i > 0);
    expect(screen.at).toEqual(stops[14]);
    expect(screen.position).toBe(indexOf(stops[14]![0]));
    for (let i = 0; i < 300; i++) screen.presenter.run('next', true);
    expect(screen.at).toEqual(stops.at(-1));
    for (let i = 0; i < 300; i++) screen.presenter.run('previous', true);
    expect(screen.at).toEqual(stops[0]);
    expect(screen.position).toBe(0);
  });

  it('turn a flight round where it is', () => {
    const screen = new Window({ ...flying, hash: '#velayati' });
    const from = indexOf('velayati');
    screen.presenter.run('next');
    pass(500);
    const under = screen.position;
    expect(under).toBeGreaterThan(from);
    expect(under).toBeLessThan(from + 1);
    screen.presenter.run('previous');
    const seen: number[] = [];
    for (let i = 0; i < 100; i++) {
      pass(16);
      seen.push(screen.position);
    }
    // It does not jump to the far end first.
    expect(Math.max(...seen)).toBeLessThanOrEqual(under);
    expect(seen.at(-1)).toBe(from);
    expect(screen.at).toEqual(['velayati', 'whole']);
  });

  it('begin the next flight where the last one led to', () => {
    const screen = new Window({ ...flying, hash: '#velayati' });
    const from = indexOf('velayati');
    screen.presenter.run('next');
    pass(100);
    screen.presenter.goToStep(from + 2);
    pass(16);
    expect(screen.position).toBeGreaterThanOrEqual(from + 1);
    pass(3000);
    expect(screen.position).toBe(from + 2);
  });
});

describe('a flight', () => {
  const flying = { reducedMotion: false };

  it('takes 1.4 s from one step to the next, in every window', () => {
    const { screen, speaker } = lesson({ ...flying, hash: '#velayati' });
    const from = indexOf('velayati');
    screen.presenter.run('next');
    pass(1300);
    for (const { position } of [screen, speaker]) {
      expect(position).toBeGreaterThan(from);
      expect(position).toBeLessThan(from + 1);
    }
    pass(200);
    expect([screen.position, speaker.position]).toEqual([from + 1, from + 1]);
  });

  it('leads to neighbours alone: a jump is there at once', () => {
    const screen = new Window(flying);
    screen.presenter.goToStep(5);
    expect(screen.position).toBe(5);
  });

  it('is left out where motion is unwelcome', () => {
    const screen = new Window({ hash: '#velayati' });
    screen.presenter.run('next');
    expect(screen.position).toBe(indexOf('velayati') + 1);
  });

  it('brings no lines of a question, neither on the way to it nor from it', () => {
    const screen = new Window({ ...flying, hash: '#shoigu' });
    const portCalls = indexOf('port-calls');
    screen.presenter.run('next');
    pass(700);
    expect(screen.position).toBeLessThan(portCalls);
    expect(screen.presenter.reader.reveal).toEqual({ step: portCalls, progress: 0 });
    pass(1000);
    expect(screen.presenter.reader.reveal).toEqual({ step: portCalls, progress: 0 });
    screen.presenter.run('previous');
    pass(700);
    expect(screen.presenter.reader.reveal).toEqual({ step: portCalls, progress: 0 });
    pass(1000);
    expect(screen.presenter.reader.reveal).toBeNull();
  });

  it('stays where it is when an answer comes: its lines grow under a map that stands', () => {
    const screen = new Window({ ...flying, hash: '#two-forces' });
    const at = indexOf('two-forces');
    expect(screen.at).toEqual(['two-forces', 'question']);
    expect(screen.presenter.reader.reveal).toEqual({ step: at, progress: 0 });
    screen.presenter.run('next');
    expect(screen.at).toEqual(['two-forces', 'whole']);
    const shares: number[] = [];
    for (let i = 0; i < 80; i++) {
      pass(16);
      expect(screen.position).toBe(at);
      shares.push(screen.presenter.reader.reveal?.progress ?? 1);
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.some((share) => share > 0.1 && share < 0.9)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(screen.presenter.reader.reveal).toBeNull();
  });
});

describe('the address', () => {
  it('leads to a step, at its question where it asks one', () => {
    expect(new Window({ hash: '#vienna' }).at).toEqual(['vienna', 'whole']);
    expect(new Window({ hash: '#israel' }).at).toEqual(['israel', 'question']);
    expect(new Window({ hash: '#nonsense' }).at).toEqual(stops[0]);
  });

  it('follows the step once the presentation rests', () => {
    const screen = new Window({ hash: '#vienna' });
    pass(1000);
    screen.rests.length = 0;
    for (const expected of ['embargo', 'embargo', 'no-alliance']) {
      screen.presenter.run('next');
      expect(screen.presenter.step.id).toBe(expected);
      pass(50);
    }
    expect(screen.rests).toEqual([]);
    pass(200);
    expect(screen.rests.map(({ id }) => id)).toEqual(['no-alliance']);
  });

  it('does not follow a flight before it has landed', () => {
    const screen = new Window({ hash: '#velayati', reducedMotion: false });
    pass(1000);
    screen.rests.length = 0;
    screen.presenter.run('next');
    pass(1300);
    expect(screen.rests).toEqual([]);
    pass(400);
    expect(screen.rests).toHaveLength(1);
  });
});

describe('a reload', () => {
  it('of the screen keeps place, face and presentation', () => {
    const both = lesson();
    both.screen.presenter.goToStep(indexOf('obvious-choice'));
    both.screen.presenter.run('next');
    agree(both, ['obvious-choice', 'whole']);
    const { name } = both.screen.presenter.session;
    both.screen = both.screen.reload();
    expect(both.screen.at).toEqual(['obvious-choice', 'whole']);
    expect(both.screen.presenter.session.name).toBe(name);
    agree(both, ['obvious-choice', 'whole']);
    both.speaker.presenter.run('next');
    agree(both, ['syria', 'question']);
  });

  it('of the speaker’s window keeps its place while the screen goes on', () => {
    const both = lesson();
    both.speaker.presenter.run('next');
    pass(10);
    const { storage } = both.speaker;
    both.speaker.close();
    both.screen.presenter.run('next');
    both.screen.presenter.run('next');
    both.speaker = new Window({ role: 'speaker', storage, reloaded: true });
    agree(both, both.screen.at);
  });

  it('before the address has followed keeps the place', () => {
    const screen = new Window({ hash: '#shoigu' });
    screen.presenter.run('next');
    pass(1000);
    expect(screen.at).toEqual(['port-calls', 'question']);
    screen.address.hash = '#shoigu';
    expect(screen.reload().at).toEqual(['port-calls', 'question']);
  });

  it('gives way to an address that was changed by hand', () => {
    const screen = new Window({ hash: '#shoigu' });
    pass(1000);
    screen.presenter.run('black');
    const again = screen.reload({ hash: '#israel', reloaded: false });
    expect(again.at).toEqual(['israel', 'question']);
    // The rest is as it was.
    expect(again.presenter.state.black).toBe(true);
    expect(again.presenter.session.name).toBe(screen.presenter.session.name);
  });

  it('keeps what was drawn, and nobody’s hand on the laser', () => {
    const screen = new Window({ hash: '#syria' });
    screen.presenter.draw(line);
    expect(screen.presenter.drawingAtRisk).toBe(false);
    screen.presenter.point([38, 35]);
    screen.presenter.run('names');
    const again = screen.reload();
    expect(strokesAt(again.presenter.state.drawing, 'syria')).toHaveLength(1);
    expect(again.presenter.state.laser).toBeNull();
    expect(again.presenter.reader.names).toBe(false);
  });

  it('knows when what is drawn is in no storage and in no other window', () => {
    const { screen, speaker } = lesson({ hash: '#syria', storage: null });
    expect(screen.presenter.drawingAtRisk).toBe(false);
    screen.presenter.draw(line);
    pass(10);
    expect(screen.presenter.drawingAtRisk).toBe(false);
    speaker.close();
    pass(10);
    expect(screen.presenter.drawingAtRisk).toBe(true);
    screen.presenter.draw(emptyDrawing);
    expect(screen.presenter.drawingAtRisk).toBe(false);
  });

  it('begins at the address where the browser refuses storage', () => {
    const screen = new Window({ hash: '#shoigu', storage: null });
    screen.presenter.run('next');
    pass(1000);
    expect(screen.reload().at).toEqual(['port-calls', 'question']);
    expect(screen.reload({ hash: '' }).at).toEqual(stops[0]);
  });
});

describe('windows that come and go', () => {
  it('know of one another', () => {
    const { screen, speaker } = lesson();
    expect(screen.presenter.session.others.map(({ role }) => role)).toEqual(['speaker']);
    expect(speaker.presenter.session.others.map(({ role }) => role)).toEqual(['screen']);
    expect(screen.presenter.session.hadOther).toBe(true);
  });

  it('know that the other has gone, go on alone, and are caught up with', () => {
    const both = lesson();
    both.speaker.close();
    pass(10);
    expect(both.screen.presenter.session.others).toEqual([]);
    expect(both.screen.presenter.session.hadOther).toBe(true);
    both.screen.presenter.run('next');
    both.screen.presenter.run('next');
    const search = `?session=${both.screen.presenter.session.name}`;
    both.speaker = new Window({ role: 'speaker', search });
    agree(both, stops[2]!);
    both.screen.close();
    pass(10);
    expect(both.speaker.presenter.session.others).toEqual([]);
    both.speaker.presenter.run('next');
    both.screen = new Window({ search });
    agree(both, stops[3]!);
    expect(both.speaker.presenter.session.others).toHaveLength(1);
  });

  it('are gone while the browser keeps the page for Back, and come back with it', () => {
    const both = lesson();
    both.screen.presenter.point([38, 35]);
    pass(10);
    expect(both.speaker.presenter.state.laser).toEqual([38, 35]);
    both.screen.hide();
    pass(10);
    expect(both.speaker.presenter.session.others).toEqual([]);
    // No dot stays behind.
    expect(both.speaker.presenter.state.laser).toBeNull();
    both.speaker.presenter.run('next');
    both.screen.comeBack(false);
    pass(10);
    expect(both.speaker.presenter.session.others).toEqual([]);
    both.screen.comeBack(true);
    agree(both, stops[1]!);
    expect(both.speaker.presenter.session.others).toHaveLength(1);
  });

  it('do without a browser that has no channels', () => {
    const screen = new Window({ channels: null });
    screen.presenter.run('next');
    expect(screen.at).toEqual(stops[1]);
    pass(5000);
    expect(screen.presenter.session.others).toEqual([]);
    expect(screen.reload().at).toEqual(stops[1]);
  });
});

describe('a speaker’s window that is opened by hand', () => {
  it('joins the one screen there is', () => {
    const screen = new Window({ hash: '#vienna' });
    const speaker = new Window({ role: 'speaker' });
    expect(speaker.presenter.session.name).toBeNull();
    pass(1100);
    expect(speaker.presenter.session.name).toBe(screen.presenter.session.name);
    agree({ screen, speaker }, ['vienna', 'whole']);
  });

  it('begins a presentation of its own where there is none, for the screen that comes later', () => {
    const speaker = new Window({ role: 'speaker', hash: '#ignored' });
    pass(1100);
    expect(speaker.presenter.session.name).not.toBeNull();
    expect(speaker.presenter.session.hadOther).toBe(false);
    speaker.presenter.goToStep(indexOf('gulf'));
    const screen = new Window({ search: `?session=${speaker.presenter.session.name}` });
    agree({ screen, speaker }, speaker.at);
    expect(speaker.at[0]).toBe('gulf');
    screen.presenter.run('last');
    agree({ screen, speaker }, stops.at(-1)!);
  });

  it('turns to a screen that is opened apart, later, and that then takes its place', () => {
    const speaker = new Window({ role: 'speaker' });
    pass(1100);
    speaker.presenter.goToStep(indexOf('gulf'));
    const screen = new Window();
    pass(100);
    expect(speaker.presenter.session.name).toBe(screen.presenter.session.name);
    agree({ screen, speaker }, speaker.at);
    expect(screen.at[0]).toBe('gulf');
  });

  it('waits for the speaker to choose among several screens, the latest first', () => {
    const one = new Window({ hash: '#shoigu' });
    pass(1000);
    const two = new Window({ hash: '#vienna' });
    const speaker = new Window({ role: 'speaker' });
    pass(2000);
    expect(speaker.presenter.session.name).toBeNull();
    expect(speaker.presenter.session.otherScreens.map(({ session }) => session)).toEqual([
      two.presenter.session.name,
      one.presenter.session.name
    ]);
    speaker.presenter.session.join(one.presenter.session.name!);
    agree({ screen: one, speaker }, ['shoigu', 'whole']);
    expect(two.at).toEqual(['vienna', 'whole']);
  });

  it('joins once a screen is told apart that was too slow to answer', () => {
    const one = new Window({ hash: '#shoigu' });
    const two = new Window({ hash: '#vienna' });
    const speaker = new Window({ role: 'speaker' });
    pass(1100);
    expect(speaker.presenter.session.name).toBeNull();
    // The second screen's own speaker answers late: then only one screen is without.
    new Window({ role: 'speaker', search: `?session=${two.presenter.session.name}` });
    pass(100);
    expect(speaker.presenter.session.name).toBe(one.presenter.session.name);
    agree({ screen: one, speaker }, ['shoigu', 'whole']);
  });
});

describe('two presentations in one browser', () => {
  it('do not mix, and one whose screen has gone does not take the other’s', () => {
    const one = lesson({ hash: '#shoigu' });
    const two = lesson({ hash: '#vienna' });
    agree(one, ['shoigu', 'whole']);
    agree(two, ['vienna', 'whole']);
    two.speaker.presenter.run('next');
    agree(two, ['embargo', 'question']);
    one.speaker.presenter.run('next');
    agree(one, ['port-calls', 'question']);
    agree(two, ['embargo', 'question']);
    one.speaker.presenter.run('black');
    pass(10);
    expect(one.screen.presenter.state.black).toBe(true);
    expect(two.screen.presenter.state.black).toBe(false);

    one.screen.close();
    pass(10);
    expect(one.speaker.presenter.session.others).toEqual([]);
    two.screen.presenter.run('next');
    agree(two, ['embargo', 'whole']);
    pass(10_000);
    expect(one.speaker.at).toEqual(['port-calls', 'question']);
  });

  it('are told apart by those who come by hand', () => {
    const one = new Window({ hash: '#shoigu' });
    const oneSpeaker = new Window({ role: 'speaker' });
    pass(1100);
    const two = new Window({ hash: '#vienna' });
    const twoSpeaker = new Window({ role: 'speaker' });
    pass(1100);
    agree({ screen: one, speaker: oneSpeaker }, ['shoigu', 'whole']);
    agree({ screen: two, speaker: twoSpeaker }, ['vienna', 'whole']);
  });
});

describe('what comes over the channel', () => {
  it('changes nothing where it is junk', () => {
    const screen = new Window({ hash: '#shoigu' });
    pass(1000);
    const { state } = screen.presenter;
    const channel = channels.open(`presentations of ${story.slug}`);
    for (const junk of [null, 7, 'next', {}, { kind: 'state', session: 'x' }, [1, 2]]) {
      channel.postMessage(junk);
    }
    post(screen, { stop: { step: -3, face: 'whole' } });
    post(screen, { stop: { step: 1e9, face: 'whole' } });
    post(screen, { names: 'no' });
    post(screen, { camera: { center: [0, 400], zoom: 4, bearing: 0, pitch: 0 } });
    expect(screen.presenter.state).toBe(state);
    screen.presenter.run('next');
    expect(screen.at).toEqual(['port-calls', 'question']);
  });

  it('leads to the last step where it names one that the story does not have', () => {
    const screen = new Window({ hash: '#shoigu' });
    pass(1000);
    post(screen, { stop: { step: 999, face: 'whole' } });
    expect(screen.at).toEqual([story.steps[lastStep]!.id, 'whole']);
    expect(screen.position).toBe(lastStep);
  });
});

describe('the map', () => {
  const camera = { center: [40, 34], zoom: 5, bearing: 10, pitch: 0 } as const;
  const frame = {
    width: 640,
    height: 400,
    padding: { top: 10, right: 10, bottom: 20, left: 200 }
  };

  it('of a speaker has a usual frame until the screen says its own', () => {
    const screen = new Window();
    const speaker = new Window({
      role: 'speaker',
      search: `?session=${screen.presenter.session.name}`
    });
    expect(speaker.presenter.reader.frame).toMatchObject({ width: 996, height: 560 });
    pass(10);
    expect(speaker.presenter.reader.frame).toMatchObject({ width: 996, height: 560 });
    screen.presenter.setFrame(frame);
    pass(10);
    expect(speaker.presenter.reader.frame).toEqual(frame);
    // One that comes later is told, too.
    const later = new Window({
      role: 'speaker',
      search: `?session=${screen.presenter.session.name}`
    });
    pass(10);
    expect(later.presenter.reader.frame).toEqual(frame);
  });

  it('explored in one window leads the others, until it is left or the story goes on', () => {
    const { screen, speaker } = lesson({ hash: '#shoigu' });
    for (const [hand, eye] of [
      [speaker.presenter, screen.presenter],
      [screen.presenter, speaker.presenter]
    ] as const) {
      hand.reader.explore();
      hand.explore(camera);
      pass(10);
      expect(eye.reader.camera).toEqual(camera);
      expect(eye.reader.exploring).toBe(false);
      hand.explore(null);
      pass(10);
      expect([hand.reader.camera, eye.reader.camera]).toEqual([null, null]);
    }
    speaker.presenter.reader.explore();
    speaker.presenter.explore(camera);
    pass(10);
    screen.presenter.run('next');
    pass(10);
    expect(screen.presenter.reader.camera).toBeNull();
    expect(speaker.presenter.reader.camera).toBeNull();
    expect(speaker.presenter.reader.exploring).toBe(false);
    expect(speaker.presenter.state.camera).toBeNull();
  });

  it('is the hand’s that moved it last', () => {
    const { screen, speaker } = lesson({ hash: '#shoigu' });
    speaker.presenter.reader.explore();
    speaker.presenter.explore(camera);
    pass(10);
    const mine = { ...camera, zoom: 6 };
    screen.presenter.reader.explore();
    screen.presenter.explore(mine);
    pass(10);
    expect(speaker.presenter.reader.exploring).toBe(false);
    expect(speaker.presenter.reader.camera).toEqual(mine);
    // What has nothing to do with the camera takes it from nobody.
    speaker.presenter.run('names');
    pass(10);
    expect(screen.presenter.reader.exploring).toBe(true);
  });

  it('explored round the world is told within its degrees', () => {
    const { screen, speaker } = lesson();
    screen.presenter.explore({ ...camera, center: [400, 34] });
    pass(10);
    expect(speaker.presenter.state.camera!.center).toEqual([40, 34]);
  });

  it('shows a laser in every window, until it points nowhere or its window goes', () => {
    const { screen, speaker } = lesson();
    for (const [hand, eye] of [
      [speaker.presenter, screen.presenter],
      [screen.presenter, speaker.presenter]
    ] as const) {
      hand.point([38, 35]);
      pass(10);
      expect(eye.state.laser).toEqual([38, 35]);
      hand.point(null);
      pass(10);
      expect(eye.state.laser).toBeNull();
    }
    speaker.presenter.point([38, 35]);
    pass(10);
    speaker.close();
    pass(10);
    expect(screen.presenter.state.laser).toBeNull();
  });

  it('shows what was drawn in every window, also in one that comes later', () => {
    const both = lesson({ hash: '#syria' });
    const stroke = (lng: number) =>
      ({
        pen: 'accent',
        weight: 'fine',
        points: [
          [lng, 35],
          [lng + 1, 36]
        ]
      }) as const;
    const drawn = (window: Window) => strokesAt(window.presenter.state.drawing, 'syria');
    both.screen.presenter.draw(addStroke(emptyDrawing, 'syria', stroke(38)));
    pass(10);
    expect(drawn(both.speaker)).toHaveLength(1);
    both.speaker.presenter.draw(
      addStroke(both.speaker.presenter.state.drawing, 'syria', stroke(40))
    );
    pass(10);
    expect(drawn(both.screen)).toHaveLength(2);
    both.speaker.close();
    both.screen = both.screen.reload();
    expect(drawn(both.screen)).toHaveLength(2);
    const later = new Window({
      role: 'speaker',
      search: `?session=${both.screen.presenter.session.name}`
    });
    pass(10);
    expect(drawn(later)).toEqual(drawn(both.screen));
  });
});

describe('autoplay', () => {
  it('goes through every stop, and starts anew after the end', () => {
    const both = lesson();
    const { presenter } = both.screen;
    expect(presenter.autoplay.current).toBeNull();
    presenter.autoplay.play({ seconds: 5, loop: true });
    expect(presenter.autoplay.playing).toBe(true);
    for (const stop of [...stops.slice(1), stops[0]!, stops[1]!]) {
      pass(4900);
      expect(both.screen.at).not.toEqual(stop);
      pass(100);
      expect(both.screen.at).toEqual(stop);
    }
    agree(both, stops[1]!);
  });

  it('stops, and goes on from where it is', () => {
    const screen = new Window();
    const { presenter } = screen;
    presenter.autoplay.play({ seconds: 5, loop: false });
    pass(5000);
    presenter.autoplay.pause();
    expect(presenter.autoplay.playing).toBe(false);
    pass(60_000);
    expect(screen.at).toEqual(stops[1]);
    presenter.autoplay.play(presenter.autoplay.current!);
    pass(5000);
    expect(screen.at).toEqual(stops[2]);
  });

  it('gives each stop its whole time after a move by hand', () => {
    const screen = new Window();
    screen.presenter.autoplay.play({ seconds: 5, loop: false });
    pass(4000);
    screen.presenter.run('next');
    pass(4000);
    expect(screen.at).toEqual(stops[1]);
    pass(1000);
    expect(screen.at).toEqual(stops[2]);
  });

  it('stops where another window takes the lead', () => {
    const { screen, speaker } = lesson();
    screen.presenter.autoplay.play({ seconds: 5, loop: false });
    pass(5010);
    speaker.presenter.run('next');
    pass(60_000);
    expect(screen.presenter.autoplay.playing).toBe(false);
    expect(screen.at).toEqual(stops[2]);
  });

  it('without loop stays at the end', () => {
    const screen = new Window({ hash: '#tehran-gains' });
    screen.presenter.autoplay.play({ seconds: 3, loop: false });
    pass(18_000);
    expect(screen.at).toEqual(['tehran-gains', 'end']);
    expect(screen.presenter.autoplay.playing).toBe(false);
  });

  it('ends with the window', () => {
    const screen = new Window();
    screen.presenter.autoplay.play({ seconds: 3, loop: false });
    screen.close();
    pass(60_000);
    expect(screen.at).toEqual(stops[0]);
  });
});

it('begins where the opening state says, before it is opened', () => {
  const presenter = new Presenter({ story, role: 'screen', reducedMotion: () => true });
  const expected: PresentState = { ...openingState, stop: { step: 0, face: stops[0]![1] } };
  expect(presenter.state).toEqual(expected);
  expect(presenter.session.name).toBeNull();
});
