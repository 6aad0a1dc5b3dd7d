import type { Locator, Page } from '@playwright/test';
import { storyPath } from '../story-facts.ts';
import { Embedded, expect, signIn, test, trust } from './wordpress-test.ts';
import { php, wordpress } from './php.ts';

// The editor at work, as those meet it who write. Who is signed in is their context's.
test.use({
  ownContext: true,
  savesData: true,
  // An author’s editor asks for what only editors may read; what a frame without scripts says of the page’s.
  expectedErrors: /status of 403|^Blocked script execution/
});

test.beforeAll(() => php(`switch_theme( 'twentytwentyone' ); return true;`));

/** A new post in the editor, with its title. */
async function write(page: Page, title: string): Promise<void> {
  await page.goto(`${wordpress.url}/wp-admin/post-new.php`);
  await page.getByRole('textbox', { name: 'Add title' }).fill(title);
  await page.keyboard.press('Enter');
}

/** Pastes text, as from a browser's address bar. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** Writes an address into an Embed block. */
async function embed(page: Page, url: string): Promise<void> {
  await page.keyboard.type('/embed');
  await expect(page.getByRole('option', { name: 'Embed', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Embed URL').fill(url);
  await page.keyboard.press('Enter');
}

/** A new block `Story map`, with its field for the address. */
async function insertBlock(page: Page): Promise<{ block: Locator; address: Locator }> {
  await page.keyboard.type('/story map');
  await expect(page.getByRole('option', { name: 'Story map' })).toBeVisible();
  await page.keyboard.press('Enter');
  const block = page.getByRole('document', { name: 'Block: Story map' });
  return { block, address: block.getByLabel('Address of the story') };
}

/** The bar above the chosen block, which the editor hides from the first key until the mouse is moved. */
async function blockTools(page: Page): Promise<Locator> {
  for (const x of [400, 420]) await page.mouse.move(x, 300);
  return page.getByRole('toolbar', { name: 'Block tools' });
}

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; !(await wanted.evaluate((element) => element.matches(':focus'))); tabs++) {
    expect(tabs, 'presses of Tab').toBeLessThan(30);
    await page.keyboard.press('Tab');
  }
}

/** Publishes what was written; gives its address. */
async function publishWritten(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Editor publish' });
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  const link = panel.getByRole('link', { name: 'View Post' });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href'))!;
}

/** The content of the newest post as it is stored. */
const newest = () =>
  php<string>(
    `return get_posts( array( 'numberposts' => 1, 'orderby' => 'ID' ) )[0]->post_content;`
  );

test('an author pastes an address on a line of its own, and readers get the ride', async ({
  page,
  site
}) => {
  await trust(site);
  await signIn(page, 'author');
  expect(await php(`return user_can( get_user_by( 'login', 'author' ), 'unfiltered_html' );`)).toBe(
    false
  );
  await write(page, 'By paste');
  // The editor makes an Embed block of a pasted address only if that begins with https.
  await paste(page, new URL(storyPath, site).href);
  await page.goto(await publishWritten(page));
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  // Who is signed in has WordPress's bar at the top of the window.
  const bar = (await page.locator('#wpadminbar').boundingBox())!;
  await embedded.scrollTo(3000);
  expect(Math.round((await embedded.element.boundingBox())!.y)).toBe(bar.y + bar.height);
});

test('an author sees the story with its buttons in an Embed block, and readers get the ride', async ({
  page,
  site
}) => {
  await trust(site);
  await signIn(page, 'author');
  await write(page, 'By Embed block');
  const url = new URL(storyPath, site).href;
  await embed(page, url);
  // The editor shows the embed in a frame of its own.
  const preview = page.locator('.wp-block-embed iframe').contentFrame();
  await expect(preview.locator('iframe')).toHaveAttribute('src', `${url}embed/`);
  const story = preview.locator('iframe').contentFrame();
  await expect(story.getByRole('link', { name: 'Open full story' })).toBeVisible();
  const address = await publishWritten(page);
  // The plugin has answered the editor, not what WordPress finds on the story's page and strips.
  expect(await newest()).toContain('"providerNameSlug":"fulcrum"');
  expect(await newest()).not.toContain('<iframe');
  await page.goto(address);
  await (await Embedded.in(page)).isLed();
});

test('an administrator sets the block by keyboard', async ({ page, site }) => {
  await trust(site);
  await signIn(page, 'administrator');
  await write(page, 'By block');
  const { block, address } = await insertBlock(page);
  await expect(block.getByText(`Paste the address of a story`)).toContainText(site);
  await tabTo(page, address);
  const url = new URL(storyPath, site).href;
  await page.keyboard.type(url);
  await page.keyboard.press('Enter');
  await expect(block.locator('iframe')).toHaveAttribute('src', `${url}embed/`);

  const settings = page.getByRole('region', { name: 'Editor settings' });
  await expect(block).toBeFocused();
  await tabTo(page, settings.getByRole('radio', { name: 'Scrolls with the article' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(block.locator('iframe')).toHaveAttribute('sandbox', /^allow-same-origin/);
  await settings.getByLabel('Colours').selectOption('dark');
  await expect(block.locator('iframe')).toHaveAttribute('src', `${url}embed/?theme=dark`);
  await settings.getByRole('radio', { name: 'Scrolls with the article' }).check();
  await settings.getByLabel('Height of the site’s header, px').fill('64');
  await settings.getByRole('button', { name: 'Events shown' }).click();
  for (const certainty of ['Reported', 'Confirmed']) await settings.getByLabel(certainty).check();
  await expect(block.locator('iframe')).toHaveAttribute(
    'src',
    `${url}embed/?theme=dark&certainty=confirmed,reported`
  );
  const post = await publishWritten(page);
  expect(await newest()).toContain(
    `<!-- wp:fulcrum/story ${JSON.stringify({
      url,
      theme: 'dark',
      certainty: ['confirmed', 'reported'],
      headerHeight: 64
    })} /-->`
  );
  await page.goto(post);
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute(
    'src',
    `${url}embed/?theme=dark&certainty=confirmed,reported#ride`
  );
  await expect(frame).toHaveAttribute('data-fulcrum-top', '64');
});

test('the editor says why an address is not embedded, and readers get a link', async ({
  page,
  site
}) => {
  await trust(site);
  await signIn(page, 'author');
  await write(page, 'No such story');
  const { block, address } = await insertBlock(page);
  const faults = {
    'https://elsewhere.example/caspian/': 'is not among the story sites',
    [`${site}nowhere/`]: 'does not have this story, or does not answer',
    [`${site}russia-iran-2015/data/`]: 'no story that can be embedded'
  };
  for (const [url, fault] of Object.entries(faults)) {
    await address.fill(url);
    await page.keyboard.press('Enter');
    await expect(block.getByText(fault)).toBeVisible();
    await expect(block.locator('iframe')).toHaveCount(0);
    await (await blockTools(page)).getByRole('button', { name: 'Change the address' }).click();
    await expect(address).toBeFocused();
  }
  await address.fill('https://elsewhere.example/caspian/');
  await page.keyboard.press('Enter');
  await page.goto(await publishWritten(page));
  await expect(page.getByText('is not among the story sites')).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: 'https://elsewhere.example/caspian/' })
  ).toHaveAttribute('href', 'https://elsewhere.example/caspian/');
});

test('an Embed block becomes a story map, with its address', async ({ page, site }) => {
  await trust(site);
  await signIn(page, 'author');
  await write(page, 'By transform');
  const url = new URL(`${storyPath}vienna/`, site).href;
  await embed(page, url);
  await expect(page.locator('.wp-block-embed iframe')).toBeVisible();
  await (await blockTools(page)).getByRole('button', { name: 'Embed', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Story map' }).click();
  const block = page.getByRole('document', { name: 'Block: Story map' });
  await expect(block.locator('iframe')).toHaveAttribute('src', /\/embed\/vienna\/$/);
});

test('the classic editor shows the story with its buttons', async ({ page, site }) => {
  await trust(site);
  await signIn(page, 'author');
  const answer = await page.request.post(`${wordpress.url}/wp-admin/admin-ajax.php`, {
    form: { action: 'parse-embed', shortcode: `[embed]${site}russia-iran-2015/[/embed]` }
  });
  const { success, data } = (await answer.json()) as { success: boolean; data: { body: string } };
  expect(success).toBe(true);
  expect(data.body).toContain(`src="${site}russia-iran-2015/embed/"`);
  expect(data.body).not.toContain('data-fulcrum');
});
