import type { Story } from '../../story/story.ts';
import { brailleMm, toBraille, wrapBraille } from './braille.ts';
import { tactileKey, type TactileKey } from './tactile-key.ts';
import { tactileScene, type TactileScene } from './tactile-scene.ts';

/** The area of a sheet, mm: it lies within the margins of both A4 and US Letter, with a line of print to spare. */
export const tactileSheetMm = { width: 180, height: 240 } as const;

/** Between the title, the map and the key, mm. */
const betweenMm = 5;
/** A map lower than this gives its key a sheet of its own. */
const leastMapMm = 125;

/** How a step’s tactile sheet is divided, from its upper edge down. */
export interface TactileSheet {
  readonly title: readonly string[];
  readonly scene: TactileScene;
  readonly key: TactileKey;
  /** Where the map begins, and how high it is, mm. */
  readonly mapTop: number;
  readonly mapHeight: number;
  /** Where the key begins, mm; beyond the first sheet’s height it is on a second. */
  readonly keyTop: number;
  /** How many sheets of paper there are, one below the other. */
  readonly sheets: number;
}

/** A step’s tactile sheet: its title in Braille, the map, and the key. */
export function tactileSheet(story: Story, index: number): TactileSheet {
  const { width, height } = tactileSheetMm;
  const lineCells = Math.floor((width - brailleMm.dot - brailleMm.diameter) / brailleMm.cell) + 1;
  const title = wrapBraille(toBraille(story.steps[index]!.title), lineCells);
  const mapTop = title.length * brailleMm.line + betweenMm;
  const sceneOf = (mapHeight: number) => tactileScene(story, index, width, mapHeight);
  const whole = height - mapTop;
  // What the key explains hardly depends on the map’s height, on which the key’s own then depends.
  const { heightMm } = tactileKey(sceneOf(whole), width);
  const beside = whole - heightMm - betweenMm;
  const fits = beside >= leastMapMm;
  const mapHeight = fits ? beside : whole;
  const scene = sceneOf(mapHeight);
  const keyTop = fits ? mapTop + mapHeight + betweenMm : height;
  return {
    title,
    scene,
    key: tactileKey(scene, width),
    mapTop,
    mapHeight,
    keyTop,
    sheets: fits ? 1 : 1 + Math.ceil(heightMm / height)
  };
}
