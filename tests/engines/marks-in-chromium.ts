import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Mark } from './reader.ts';

/** Where names and badges stand at each step in Chromium, with which the other engines are compared. */
export type MarksByStep = Readonly<Record<string, readonly Mark[]>>;

const file = 'test-results/marks-in-chromium.json';

export function keepMarks(marks: MarksByStep): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(marks));
}

/** @throws Error where Chromium’s have not been noted */
export function marksInChromium(): MarksByStep {
  return JSON.parse(readFileSync(file, 'utf8')) as MarksByStep;
}
