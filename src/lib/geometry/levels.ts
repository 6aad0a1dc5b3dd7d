import type { Bounds } from './bounds.ts';

/** From this zoom on the fine level is drawn, where there is one. */
export const fineFromZoom = 4.5;

/** The part of the world whose fine level and relief stories share; the relief fades out around it. */
export const theatre: Bounds = [5, 8, 78, 62];
export const theatreRelief: Bounds = [-5, 2, 85, 65];
