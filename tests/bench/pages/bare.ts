// The floor for the map: its camera and arcs come ready for every px of the scroll, and are set once a frame.
import { fetchCourse, readOpening } from './course.ts';
import { makePlainMap } from './plain-map.ts';

const opening = readOpening();
const container = document.getElementById('map')!;
const { map, showArcs, prepareArcs } = await makePlainMap(container, opening);
map.once('idle', async () => {
  const { heightPx, stepPx, cameras, sets, setAt, arcs } = await fetchCourse(opening);
  document.getElementById('page')!.style.height = `${heightPx}px`;
  const arcSets = sets.map((set) => set.map((index) => arcs[index]!));
  await prepareArcs(arcSets.find((set) => set.length > 0) ?? []);
  addEventListener(
    'scroll',
    () => {
      const index = Math.min(cameras.length - 1, Math.round(scrollY / stepPx));
      const { center, zoom, bearing, pitch } = cameras[index]!;
      map.jumpTo({ center: [center[0], center[1]], zoom, bearing, pitch });
      showArcs(arcSets[setAt[index]!]!);
    },
    { passive: true }
  );
  performance.mark('page-ready');
});
