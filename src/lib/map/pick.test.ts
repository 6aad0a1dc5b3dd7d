import { describe, expect, it } from 'vitest';
import { emptyView, equatorArc } from './fixtures.ts';
import { eventAt } from './pick.ts';

const size = { width: 800, height: 500 };
const { camera } = emptyView();
// At zoom 4 ten degrees are 227.6 px: the arc runs from 286 to 514 through the middle of the frame.

describe('eventAt(view, camera, size, point)', () => {
  it('finds an arc within 8 px, and none beyond', () => {
    const view = { arcs: [equatorArc('visit')] };
    expect(eventAt(view, camera, size, [400, 257])).toBe('visit');
    expect(eventAt(view, camera, size, [400, 259])).toBeNull();
    expect(eventAt(view, camera, size, [530, 250])).toBeNull();
  });

  it('finds only what is drawn', () => {
    const view = { arcs: [equatorArc('visit', { drawn: 0.5 })] };
    expect(eventAt(view, camera, size, [390, 250])).toBe('visit');
    expect(eventAt(view, camera, size, [420, 250])).toBeNull();
    expect(
      eventAt({ arcs: [equatorArc('gone', { opacity: 0 })] }, camera, size, [400, 250])
    ).toBeNull();
  });

  it('finds the nearest, and of equals the strongest', () => {
    const north = equatorArc('north', {
      path: [
        [0, 0.4],
        [10, 0.4]
      ]
    });
    const kept = equatorArc('kept', { opacity: 0.4 });
    const view = { arcs: [kept, north] };
    expect(eventAt(view, camera, size, [400, 251])).toBe('kept');
    expect(eventAt(view, camera, size, [400, 241])).toBe('north');
    expect(eventAt({ arcs: [kept, equatorArc('told')] }, camera, size, [400, 250])).toBe('told');
  });

  it('finds an arc that lies a turn away from the camera', () => {
    const turned = equatorArc('visit', {
      path: [
        [360, 0],
        [370, 0]
      ]
    });
    expect(eventAt({ arcs: [turned] }, camera, size, [400, 250])).toBe('visit');
  });
});
