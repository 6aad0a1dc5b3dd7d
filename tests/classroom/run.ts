/**
 * `npm run test:class`: a class of 2,000 follows a teacher over three relays, of which one is killed and one attacked.
 * It prints figures, and fails where the class is not where the teacher is.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RoomState, Tally } from '../../src/lib/classroom/protocol.ts';
import { freePort, writeSite } from '../server/servers.ts';
import { attack } from './attack.ts';
import { readEvents } from './event-reader.ts';
import { Follower } from './follower.ts';
import { answerOf, openLesson, stateAt } from './lesson.ts';
import { installedNats, startNats } from './nats-server.ts';
import { RelayProcess } from './relay-process.ts';
import { ask, type Relay } from './relays.ts';

const size = { followers: 2000, steps: 20, answers: 500, messages: 10_000 };

/** How long the class may take to be where the teacher is, ms: whatever takes longer has failed. */
const longestMs = 60_000;

/** How much more an attacked relay may keep, bytes. */
const mostKept = 16 * 1024 * 1024;

const site = writeSite();
const nats = await startNats(installedNats(), await freePort());
const env = { FULCRUM_NATS: nats.url, FULCRUM_CLASS_SECRET: 'a secret of the load check' };
const ports = [await freePort(), await freePort(), await freePort()] as const;
const relays = await Promise.all(ports.map((port) => RelayProcess.start(site, port, env)));
const [first, attacked] = relays as [RelayProcess, RelayProcess, RelayProcess];
const followers: Follower[] = [];

try {
  const { code, key } = await openLesson(asRelay(first));
  let state = stateAt(0, { step: 'step-0' });
  const lead = async (change: Partial<RoomState> = {}) => {
    const rev = state.rev + 1;
    state = stateAt(rev, { step: `step-${rev}`, ...change });
    const { status } = await ask(first.port, `PUT /class/${code}/state`, { key, body: state });
    if (status !== 204) throw new Error(`the teacher's change was answered ${status}`);
  };
  const isRight = ({ rev, step }: Follower) => rev === state.rev && step === state.step;
  const allRight = () =>
    until('the class to be where the teacher is', () => followers.every(isRight));

  await lead();
  await until('all relays to know the room', async () => {
    const answers = relays.map(({ port }) => ask(port, `GET /class/${code}`));
    return (await Promise.all(answers)).every(({ status }) => status === 200);
  });
  const began = performance.now();
  for (let each = 0; each < size.followers; each++) {
    followers.push(new Follower(relays[each % relays.length]!.port, code));
    // As many come at once as a system takes without refusing some.
    if (each % 100 === 99) await wait(10);
  }
  await allRight();
  say(`${size.followers} joined in ${((performance.now() - began) / 1000).toFixed(1)} s`);

  const delays: number[] = [];
  for (let step = 0; step < size.steps; step++) {
    const put = performance.now();
    await lead();
    await allRight();
    delays.push(...followers.map(({ at }) => at - put));
  }
  delays.sort((a, b) => a - b);
  const [median, most] = [0.5, 0.95].map((part) => delays[Math.floor(delays.length * part)]!);
  say(`${size.steps} steps: median ${median!.toFixed(0)} ms, 95 % in ${most!.toFixed(0)} ms`);

  let tally: Tally = { followers: 0, answers: [] };
  const teacher = await readEvents(first.port, `/class/${code}/events?key=${key}`, (data, type) => {
    if (type === 'tally') tally = data as Tally;
  });
  const answered = performance.now();
  await Promise.all(Array.from({ length: size.answers }, (_, pupil) => answer(pupil)));
  await until(
    'the tally',
    () => tally.followers === size.followers && tally.answers.length === size.answers
  );
  say(`${size.answers} answers counted in ${(performance.now() - answered).toFixed(0)} ms`);

  await relays[2]!.stop('SIGKILL');
  await lead();
  relays[2] = await RelayProcess.start(site, ports[2], env);
  const restarted = performance.now();
  await allRight();
  say(`a relay killed: its followers are back in ${(performance.now() - restarted).toFixed(0)} ms`);
  await until('the followers to be counted anew', () => tally.followers === size.followers);

  const before = await attacked.heap();
  const attacking = performance.now();
  let isOver = false;
  const harm = attack(attacked.port, code, size.messages).finally(() => (isOver = true));
  const worst: number[] = [];
  while (!isOver) {
    const put = performance.now();
    await Promise.race([
      lead().then(allRight),
      harm.then(() => wait(longestMs, null, { ref: false }))
    ]);
    worst.push(performance.now() - put);
    await wait(100);
  }
  const counts = await harm;
  await lead();
  await allRight();
  const grown = (await attacked.heap()) - before;
  say(
    `${size.messages} hostile messages in ${((performance.now() - attacking) / 1000).toFixed(1)} s: ${JSON.stringify(counts)}`
  );
  say(
    `meanwhile the class was led ${worst.length} times, the slowest in ${Math.max(...worst).toFixed(0)} ms`
  );
  say(`the relay's heap: ${mib(before)} before, ${mib(before + grown)} after`);
  if (grown > mostKept) throw new Error(`the relay keeps ${mib(grown)} of an attack`);

  const ended = teacher.ended;
  await ask(first.port, `DELETE /class/${code}`, { key });
  await ended;
  if (teacher.last('end') === undefined) throw new Error('the room did not end');

  /** A pupil's answer, at any relay; each from a device of its own. */
  async function answer(pupil: number): Promise<void> {
    const headers = { 'X-Forwarded-For': `198.51.100.${pupil % 250}` };
    const body = answerOf(pupil, `answer ${pupil}`, state.step);
    const { port } = relays[pupil % relays.length]!;
    const { status } = await ask(port, `POST /class/${code}/answers`, { body, headers });
    if (status !== 204) throw new Error(`an answer was answered ${status}`);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const follower of followers) follower.close();
  await Promise.all(relays.map((relay) => relay.stop()));
  await nats.stop();
  rmSync(dirname(site), { recursive: true });
}

function asRelay({ port }: RelayProcess): Pick<Relay, 'ask' | 'read'> {
  return {
    ask: (what, asking) => ask(port, what, asking),
    read: (path) => readEvents(port, path)
  };
}

/** @throws Error where something does not come true for long */
async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - began > longestMs) throw new Error(`waited in vain for ${what}`);
    await wait(5);
  }
}

function say(line: string): void {
  console.log(`  ${line}`);
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
