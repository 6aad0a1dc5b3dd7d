<?php
/**
 * The block “Story map”.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'fulcrum_register_block' );
add_action( 'enqueue_block_editor_assets', 'fulcrum_tell_editor_of_sites' );

/**
 * Registers the block.
 */
function fulcrum_register_block() {
	register_block_type( dirname( FULCRUM_FILE ) . '/block', array( 'render_callback' => 'fulcrum_render_block' ) );
}

/**
 * Gives the block's editor the trusted sites.
 */
function fulcrum_tell_editor_of_sites() {
	wp_add_inline_script(
		generate_block_asset_handle( 'fulcrum/story', 'editorScript' ),
		'window.fulcrumSites = ' . wp_json_encode( fulcrum_sites() ) . ';',
		'before'
	);
}

/**
 * The block's HTML. What is wrong is said in the editor; readers get a link, or nothing where there is no address.
 *
 * @param array $attributes See block.json.
 * @return string
 */
function fulcrum_render_block( $attributes ) {
	$url     = isset( $attributes['url'] ) ? trim( $attributes['url'] ) : '';
	$address = fulcrum_parse_address( $url );
	if ( null === $address ) {
		return fulcrum_block_without_story( $url, fulcrum_address_fault( $url ) );
	}
	// What the block says goes before what its address says.
	$theme     = fulcrum_theme( isset( $attributes['theme'] ) ? $attributes['theme'] : '' );
	$certainty = fulcrum_certainties( isset( $attributes['certainty'] ) ? $attributes['certainty'] : array() );
	if ( '' !== $theme ) {
		$address['theme'] = $theme;
	}
	if ( ! empty( $attributes['certainty'] ) ) {
		$address['certainty'] = $certainty;
	}
	$how    = isset( $attributes['how'] ) ? $attributes['how'] : 'scroll';
	$header = isset( $attributes['headerHeight'] ) ? (string) absint( $attributes['headerHeight'] ) : '';
	$html   = fulcrum_html( $address, $how, $header );
	if ( '' === $html ) {
		return fulcrum_block_without_story(
			$url,
			/* translators: %s: address of a site. */
			sprintf( __( '%s does not have this story, or does not answer. Readers see a link.', 'fulcrum' ), $address['site'] )
		);
	}
	return is_feed() ? $html : sprintf( "<div %s>\n%s\n</div>", get_block_wrapper_attributes(), $html );
}

/**
 * Why an address cannot be embedded, for the author.
 *
 * @param string $url The address.
 * @return string
 */
function fulcrum_address_fault( $url ) {
	if ( ! fulcrum_is_web_address( $url ) ) {
		return __( 'This is no address of a web page. Readers see nothing here.', 'fulcrum' );
	}
	if ( '' !== fulcrum_site_of( $url ) ) {
		return __( 'This page of the site is no story that can be embedded. Readers see a link.', 'fulcrum' );
	}
	return __( 'This site is not among the story sites that an administrator has listed in Settings → Fulcrum. Readers see a link.', 'fulcrum' );
}

/**
 * The block where there is no story to show.
 *
 * @param string $url   The address.
 * @param string $fault What to tell the author.
 * @return string
 */
function fulcrum_block_without_story( $url, $fault ) {
	if ( fulcrum_is_preview() ) {
		return sprintf( '<div class="components-notice is-warning"><div class="components-notice__content">%s</div></div>', esc_html( $fault ) );
	}
	if ( ! fulcrum_is_web_address( $url ) ) {
		return '';
	}
	return sprintf( '<p><a href="%s">%s</a></p>', esc_url( $url, array( 'http', 'https' ) ), esc_html( $url ) );
}

/**
 * Whether an address leads to a web page. `esc_url` alone would make one of any word.
 *
 * @param string $url What was given.
 * @return bool
 */
function fulcrum_is_web_address( $url ) {
	return 1 === preg_match( '#^https?://[^\s/]+\S*$#Di', $url ) && '' !== esc_url( $url, array( 'http', 'https' ) );
}
