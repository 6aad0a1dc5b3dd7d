import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { transcriptOf } from './transcript.ts';

// What a screen reader says of each page from top to bottom, in `speech/`. After a change that is meant:
// npm run test:browser -- access/speech -u

/** The pages, and what a script adds last to each. */
const pages = [
  ['index', '/', 'text=Handout'],
  ['reading', `${storyPath}#port-calls`, 'text=/^Ships on the Caspian. On the map:/'],
  ['present', `${storyPath}present/#shoigu`, 'text=Scale:'],
  ['speaker', `${storyPath}present/speaker/`, 'text=Scale:'],
  ['embed', `${storyPath}embed/`, '[data-map] svg text'],
  ['embed-step', `${storyPath}embed/shoigu/`, '[aria-label^="Visit, confirmed"]'],
  ['data', `${storyPath}data/`, '#svelte-announcer'],
  ['lesson', `${storyPath}lesson/`, 'text=Not available offline'],
  ['class', `${storyPath}class/`, 'text=/^The code/'],
  ['handout', `${storyPath}handout/?for=student`, 'text=Not available offline'],
  ['404', '/404.html', 'text=All stories']
] as const;

// A clock is its context's.
test.use({ ownContext: true, savesData: true, viewport: { width: 1280, height: 800 } });

for (const [name, path, last] of pages) {
  test(`the ${name} page is said as before`, async ({ page }) => {
    await page.clock.setFixedTime('2015-10-14T09:00');
    await page.goto(path);
    await expect(page.locator(last).first()).toBeAttached();
    for (const summary of await page.locator('[aria-current="step"] summary').all())
      await summary.evaluate((element: HTMLElement) => element.click());
    expect(await transcriptOf(page)).toMatchSnapshot(['speech', `${name}.yml`]);
  });
}
