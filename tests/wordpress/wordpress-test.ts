import type { Page } from '@playwright/test';
import { Embedded, expect, test as base } from '../embed/embed-test.ts';
import { php, wordpress } from './php.ts';

export { Embedded, expect };

/** Who writes: the role is the name, and the password. An author has no right to unfiltered HTML. */
export const roles = ['author', 'administrator'] as const;
export type Role = (typeof roles)[number];

interface WordPressFixtures {
  /** Publishes a post through the REST API, which cuts out of it what its author may not write; gives its address. */
  readonly publish: (role: Role, content: string) => Promise<string>;
}

export const test = base.extend<object, WordPressFixtures>({
  publish: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const passwords = await php<Record<Role, string>>(
        `foreach ( $roles as $role ) {
          $user = get_user_by( 'login', $role );
          list( $made[ $role ] ) = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => wp_generate_uuid4() ) );
        }
        return $made;`,
        { roles }
      );
      await use(async (role, content) => {
        const answer = await fetch(`${wordpress.url}/?rest_route=/wp/v2/posts`, {
          method: 'POST',
          headers: {
            authorization: `Basic ${btoa(`${role}:${passwords[role]}`)}`,
            'content-type': 'application/json'
          },
          body: JSON.stringify({
            title: 'A year of visits',
            status: 'publish',
            content,
            // The form for comments of one theme is wider than a phone.
            comment_status: 'closed'
          })
        });
        const post = (await answer.json()) as { link?: string };
        if (!post.link) throw new Error(`no post was made: ${JSON.stringify(post)}`);
        return post.link;
      });
    },
    { scope: 'worker' }
  ]
});

/** Trusts these story sites, and no others. */
export function trust(...sites: readonly string[]): Promise<boolean> {
  return php(`update_option( 'fulcrum_sites', $sites ); return true;`, { sites });
}

/** What an author writes around a story. */
export function articleAround(story: string): string {
  const words =
    'The ferry ran twice that week, and each time it carried the same four passengers, who said nothing to one another. ';
  return `<!-- wp:paragraph --><p class="before">${words.repeat(4)}</p><!-- /wp:paragraph -->\n\n${story}\n\n<!-- wp:paragraph --><p class="after">${words.repeat(8)}</p><!-- /wp:paragraph -->`;
}

/** The plugin's block. */
export function storyBlock(attributes: Readonly<Record<string, unknown>>): string {
  return `<!-- wp:fulcrum/story ${JSON.stringify(attributes)} /-->`;
}

/** WordPress's own Embed block, as its editor writes it. */
export function embedBlock(url: string): string {
  return `<!-- wp:embed ${JSON.stringify({ url, type: 'rich', providerNameSlug: 'fulcrum' })} -->
<figure class="wp-block-embed is-type-rich is-provider-fulcrum wp-block-embed-fulcrum"><div class="wp-block-embed__wrapper">
${url}
</div></figure>
<!-- /wp:embed -->`;
}

/** Signs in without the form: its script takes the focus, and with it the password, a moment after it has loaded. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const login = `${wordpress.url}/wp-login.php`;
  // WordPress asks first whether there are cookies.
  await page.request.get(login);
  const answer = await page.request.post(login, { form: { log: role, pwd: role } });
  expect(answer.url()).toContain('/wp-admin/');
}
