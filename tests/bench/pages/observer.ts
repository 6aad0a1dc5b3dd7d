// The usual way: a card that comes to the middle of the window sets the map flying to its step.
import { fetchCourse, readOpening } from './course.ts';
import { makePlainMap } from './plain-map.ts';

const opening = readOpening();
const container = document.querySelector<HTMLElement>('.gl')!;
const { map, showArcs, prepareArcs } = await makePlainMap(container, opening);
map.once('idle', async () => {
  const { sets, arcs, steps } = await fetchCourse(opening);
  const arcSets = sets.map((set) => set.map((index) => arcs[index]!));
  await prepareArcs(arcSets.find((set) => set.length > 0) ?? []);
  const cards = [...document.querySelectorAll('[data-step]')];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        target.toggleAttribute('aria-current', isIntersecting);
        if (!isIntersecting) continue;
        const { camera, set } = steps[cards.indexOf(target)]!;
        const { center, zoom, bearing, pitch } = camera;
        map.flyTo({ center: [center[0], center[1]], zoom, bearing, pitch, duration: 1400 });
        showArcs(arcSets[set]!);
      }
    },
    { rootMargin: '-50% 0px -50% 0px' }
  );
  for (const card of cards) observer.observe(card);
  performance.mark('page-ready');
});
