import { expect, signIn, test, trust } from './wordpress-test.ts';
import { php, wordpress } from './php.ts';

const settings = `${wordpress.url}/wp-admin/options-general.php?page=fulcrum`;

// Who is signed in is their context's.
test.use({ ownContext: true });

const stored = () => php<string[]>(`return get_option( 'fulcrum_sites' );`);

test('an administrator lists story sites, and hears of each line that is none', async ({
  page
}) => {
  await trust();
  await signIn(page, 'administrator');
  await page.goto(`${wordpress.url}/wp-admin/plugins.php`);
  const row = page.getByRole('row', { name: /Fulcrum story maps/ });
  await row.getByRole('link', { name: 'Settings' }).click();
  const field = page.getByLabel('Story sites');
  await field.fill('https://Maps.example.org\n\nnot a site <b>\nhttp://localhost:4391/maps');
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(page.locator('.notice-error, .error')).toHaveText(
    /Line 3: expected the address of a site, .* got “not a site <b>”/
  );
  await expect(field).toHaveValue('https://maps.example.org/\nhttp://localhost:4391/maps/');
  expect(await stored()).toEqual(['https://maps.example.org/', 'http://localhost:4391/maps/']);

  await field.fill('https://maps.example.org/');
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.locator('.notice-error, .error')).toHaveCount(0);
  expect(await stored()).toEqual(['https://maps.example.org/']);
});

test.describe('for an author', () => {
  test.use({ expectedErrors: /status of 403/ });

  test('the page is closed', async ({ page }) => {
    await signIn(page, 'author');
    const answer = await page.goto(settings);
    expect(answer!.status()).toBe(403);
    await expect(page.getByLabel('Story sites')).toHaveCount(0);
  });
});
