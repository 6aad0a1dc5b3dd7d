import { describe, expect, it } from 'vitest';
import { stageFrame } from './stage-frame.ts';

describe('stageFrame(plate, column, caption)', () => {
  it('pads what a column at the left and a caption below cover', () => {
    const plate = { left: 0, top: 0, right: 1366, bottom: 768 };
    const column = { left: 34, top: 0, right: 540, bottom: 768 };
    const caption = { left: 540, top: 672, right: 1366, bottom: 768 };
    expect(stageFrame(plate, column, caption)).toEqual({
      width: 1366,
      height: 768,
      padding: { top: 35, right: 35, bottom: 131, left: 575 }
    });
  });

  it('pads only the air below where there is no caption', () => {
    const plate = { left: 0, top: 0, right: 1366, bottom: 768 };
    const card = { left: 12, top: 12, right: 444, bottom: 600 };
    expect(stageFrame(plate, card, null).padding).toEqual({
      top: 35,
      right: 35,
      bottom: 35,
      left: 479
    });
  });

  it('pads only the air where the text stands below the map', () => {
    const plate = { left: 0, top: 0, right: 360, bottom: 303.4 };
    const column = { left: 20, top: 370, right: 340, bottom: 828 };
    const caption = { left: 0, top: 303.4, right: 360, bottom: 369 };
    expect(stageFrame(plate, column, caption)).toEqual({
      width: 360,
      height: 303,
      padding: { top: 14, right: 14, bottom: 14, left: 14 }
    });
  });

  it('takes a column narrower than the map for one below it all the same', () => {
    const plate = { left: 0, top: 0, right: 1024, bottom: 600 };
    const column = { left: 212, top: 690, right: 812, bottom: 1300 };
    const caption = { left: 0, top: 600, right: 1024, bottom: 666 };
    const { padding } = stageFrame(plate, column, caption);
    expect(padding).toEqual({ top: 27, right: 27, bottom: 27, left: 27 });
  });

  it('does not move with the column as it scrolls', () => {
    const plate = { left: 0, top: 0, right: 1366, bottom: 768 };
    const caption = { left: 540, top: 672, right: 1366, bottom: 768 };
    const at = (top: number) =>
      stageFrame(plate, { left: 34, top, right: 540, bottom: top + 768 }, caption);
    expect(at(-5000)).toEqual(at(0));
  });
});
