import { php } from './php.ts';

export interface RenderOptions {
  /** PHP that runs first. */
  readonly before?: string;
}

/** What a post's content becomes, where these sites are trusted, with the scripts that its page then loads. */
export function render(
  sites: readonly string[],
  content: string,
  { before = '' }: RenderOptions = {}
): Promise<{ html: string; scripts: string }> {
  return php(
    `add_filter( 'pre_option_fulcrum_sites', function () use ( $sites ) { return $sites; } );
    ${before}
    $html = apply_filters( 'the_content', $content );
    ob_start();
    wp_scripts()->do_footer_items();
    return array( 'html' => trim( $html ), 'scripts' => ob_get_clean() );`,
    { sites, content }
  );
}
