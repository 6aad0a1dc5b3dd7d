import * as v from 'valibot';
import { drawingSchema, emptyDrawing, pointSchema } from './drawing.ts';
import { stampSchema } from './stamp.ts';
import { faces } from './stops.ts';

const finite = (least: number, most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

const word = v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/));

const cameraSchema = v.object({
  center: v.pipe(v.tuple([finite(-180, 180), finite(-90, 90)]), v.readonly()),
  zoom: finite(-2, 24),
  bearing: finite(-360, 360),
  pitch: finite(0, 85)
});

/** The stage's size and covered edges, px. */
export const frameSchema = v.object({
  width: finite(1, 20_000),
  height: finite(1, 20_000),
  padding: v.object({
    top: finite(0, 20_000),
    right: finite(0, 20_000),
    bottom: finite(0, 20_000),
    left: finite(0, 20_000)
  })
});

const stateSchema = v.object({
  /** The stop that is shown. */
  stop: v.object({ step: whole(0, 9999), face: v.picklist(faces) }),
  /** Whether the class is asked a step's question before the map shows the answer. */
  asked: v.boolean(),
  black: v.boolean(),
  /** Whether the step's media fill the screen. */
  enlarged: v.boolean(),
  /** Whether the map has names. */
  names: v.boolean(),
  /** Whether the screen shows the time. */
  timer: v.boolean(),
  /** When the talk began, ms since 1970; null before it has. */
  startedAt: v.nullable(whole(0, 8.64e15)),
  /** Index of the step that it began with. */
  startedStep: whole(0, 9999),
  /** How long the talk is to take; null where nothing is planned. */
  plannedMinutes: v.nullable(whole(1, 600)),
  /** The camera while the map is explored, in the screen's frame; null for the story's own. */
  camera: v.nullable(cameraSchema),
  /** The room in which the class follows; null where it only watches. */
  room: v.nullable(
    v.object({ code: word, key: word, address: v.pipe(v.string(), v.maxLength(300)) })
  ),
  /** Whether the screen shows the class's answers to the step's question. */
  revealed: v.boolean(),
  /** What has been drawn on the map, at each step. */
  drawing: drawingSchema,
  /** Where on the map the laser points; null where it points nowhere. */
  laser: v.nullable(pointSchema)
});

/** All that the windows of a presentation share. */
export type PresentState = Readonly<v.InferOutput<typeof stateSchema>>;

/** Where a presentation begins. */
export const openingState: PresentState = {
  stop: { step: 0, face: 'whole' },
  asked: true,
  black: false,
  enlarged: false,
  names: true,
  timer: false,
  startedAt: null,
  startedStep: 0,
  plannedMinutes: null,
  camera: null,
  room: null,
  revealed: false,
  drawing: emptyDrawing,
  laser: null
};

/** A state with its stamp. */
export const stampedSchema = v.object({ stamp: stampSchema, state: stateSchema });
export type Stamped = Readonly<v.InferOutput<typeof stampedSchema>>;
