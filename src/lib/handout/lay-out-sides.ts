/** What a question takes of a side. */
export interface Room {
  /** Its text, and what an answer of its form needs besides ruled lines; mm. */
  readonly fixedMm: number;
  /** The height of a ruled line, mm. */
  readonly ruleMm: number;
  readonly leastLines: number;
  /** What it gets of the lines that are left, beside others. */
  readonly share: number;
}

/** The room for questions on the first side and on each other one, mm, and what is between two questions. */
export interface Sides {
  readonly firstMm: number;
  readonly otherMm: number;
  readonly betweenMm: number;
}

/** A side: its questions by their index, each with its ruled lines. */
export interface Side {
  readonly questions: readonly { readonly index: number; readonly lines: number }[];
  /** Whether they fit on it; a question that is longer than a side does not. */
  readonly fits: boolean;
}

/**
 * Questions on as few sides as they need, each whole and in order, and the sides evenly full. What is left of a side goes
 * to ruled lines, so that it is full. A question
 * that is longer than a side has one to itself.
 */
export function layOutSides(rooms: readonly Room[], sides: Sides): Side[] {
  const starts = breaksOf(rooms, sides);
  return starts.map((from, side) => {
    const on = rooms.slice(from, starts[side + 1]);
    const heightMm = side === 0 ? sides.firstMm : sides.otherMm;
    const { lines, leftMm } = shareLines(on, heightMm, sides.betweenMm);
    return {
      questions: on.map((_, i) => ({ index: from + i, lines: lines[i]! })),
      fits: leftMm >= 0
    };
  });
}

/** The best way to set the questions before an index: on how many sides, how unevenly full, and where the last begins. */
interface Course {
  readonly sides: number;
  readonly uneven: number;
  readonly from: number;
}

/** The index of the first question of each side; the first side has none where the first question is too long for it. */
function breaksOf(rooms: readonly Room[], { firstMm, otherMm, betweenMm }: Sides): number[] {
  const needMm = rooms.map((room) => room.fixedMm + room.leastLines * room.ruleMm + betweenMm);
  const isTooLong = needMm[0] !== undefined && needMm[0] - betweenMm > firstMm;
  const best: Course[] = [{ sides: isTooLong ? 1 : 0, uneven: 0, from: 0 }];
  for (let to = 1; to <= rooms.length; to++) {
    let usedMm = -betweenMm;
    for (let from = to - 1; from >= 0; from--) {
      usedMm += needMm[from]!;
      const before = best[from]!;
      const free = (before.sides === 0 ? firstMm : otherMm) - usedMm;
      // A single question is set however long it is.
      if (free < 0 && from < to - 1) continue;
      const course = {
        sides: before.sides + 1,
        uneven: before.uneven + Math.max(0, free) ** 2,
        from
      };
      if (isBetter(course, best[to])) best[to] = course;
      if (usedMm > Math.max(firstMm, otherMm)) break;
    }
  }
  const starts: number[] = [];
  for (let to = rooms.length; to > 0; to = best[to]!.from) starts.unshift(best[to]!.from);
  return isTooLong ? [0, ...starts] : starts;
}

function isBetter({ sides, uneven }: Course, other: Course | undefined): boolean {
  return !other || sides < other.sides || (sides === other.sides && uneven < other.uneven);
}

/** As many lines as a side has room for, each question at least its own, one after another to who has least for its share. */
function shareLines(
  rooms: readonly Room[],
  heightMm: number,
  betweenMm: number
): { lines: number[]; leftMm: number } {
  const lines = rooms.map(({ leastLines }) => leastLines);
  const textMm = rooms.map(({ fixedMm, leastLines, ruleMm }) => fixedMm + leastLines * ruleMm);
  let leftMm = textMm.reduce((left, mm) => left - mm - betweenMm, heightMm + betweenMm);
  for (;;) {
    const next = rooms
      .map(({ share, ruleMm }, i) => ({ i, ruleMm, has: (lines[i]! + 1) / share }))
      .filter(({ ruleMm }) => ruleMm <= leftMm)
      .sort((a, b) => a.has - b.has)[0];
    if (!next) return { lines, leftMm };
    lines[next.i]!++;
    leftMm -= next.ruleMm;
  }
}
