<?php
/**
 * The HTML of an embed. All of it is made here; of what came from the network only words and numbers are in it, escaped.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'script_loader_tag', 'fulcrum_load_async', 10, 2 );

/** What the handles of the sites' scripts begin with. */
const FULCRUM_HANDLE = 'fulcrum-embed-';

/** The permissions of a frame in which no script runs. */
const FULCRUM_SANDBOX_STILL = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The fewest permissions of a frame with the live map: its own files, and links that open outside it. */
const FULCRUM_SANDBOX = 'allow-scripts ' . FULCRUM_SANDBOX_STILL;

/**
 * A story, or one of its maps, as the page at hand can show it.
 *
 * @param array  $address See `fulcrum_parse_address`.
 * @param string $how     `scroll`: the article's scroll moves the story; `paged`: its own buttons do; `still`: the
 *                        text with a picture for each passage. One map has nothing to scroll through.
 * @param string $header  The height of what sticks to the page's upper edge, px; empty to let the script measure it.
 * @return string HTML; empty where the story's site does not answer.
 */
function fulcrum_html( $address, $how = 'scroll', $header = '' ) {
	$facts = fulcrum_facts( $address );
	if ( null === $facts ) {
		return '';
	}
	if ( is_feed() ) {
		return fulcrum_picture( $facts, $address );
	}
	if ( function_exists( 'amp_is_request' ) && amp_is_request() ) {
		return fulcrum_amp_frame( $facts, $address ) . "\n" . fulcrum_link( $facts['title'], $address );
	}
	return fulcrum_frame( $facts, $address, $how, $header ) . "\n" . fulcrum_link( $facts['title'], $address );
}

/**
 * The frame in its block.
 *
 * @param array  $facts   See `fulcrum_facts`.
 * @param array  $address See `fulcrum_parse_address`.
 * @param string $how     See `fulcrum_html`.
 * @param string $header  See `fulcrum_html`.
 * @return string
 */
function fulcrum_frame( $facts, $address, $how, $header ) {
	$rides = 'scroll' === $how && '' === $address['step'] && ! fulcrum_is_preview();
	if ( $rides ) {
		wp_enqueue_script( FULCRUM_HANDLE . md5( $address['site'] ), $address['site'] . 'embed.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- The site serves its newest script under one name.
	}
	$attributes = array(
		'src'     => fulcrum_frame_url( $address, $rides ),
		/* translators: %s: title of a story. */
		'title'   => sprintf( __( 'Story map: %s', 'fulcrum' ), $facts['title'] ),
		'width'   => '100%',
		'height'  => fulcrum_height( $facts, $address ),
		'style'   => 'border:0;width:100%' . ( $rides ? ';height:100vh;height:100svh' : '' ),
		'loading' => 'lazy',
		'sandbox' => 'still' === $how ? FULCRUM_SANDBOX_STILL : FULCRUM_SANDBOX,
		'allow'   => '',
	);
	$words = '';
	foreach ( $attributes as $name => $value ) {
		$words .= sprintf( ' %s="%s"', $name, 'src' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	if ( $rides ) {
		$words .= ' data-fulcrum';
		$words .= '' === $header ? '' : sprintf( ' data-fulcrum-top="%d"', $header );
		$words .= '' === $facts['size'] ? '' : sprintf( ' data-fulcrum-size="%s"', esc_attr( $facts['size'] ) );
	}
	return sprintf( '<div%s><iframe%s></iframe></div>', $rides ? ' data-fulcrum-block' : '', $words );
}

/**
 * The address of a frame.
 *
 * @param array $address See `fulcrum_parse_address`.
 * @param bool  $rides   Whether the article's scroll moves the story.
 * @return string
 */
function fulcrum_frame_url( $address, $rides ) {
	// Only the site's script tells a frame what the article looks like; without it, the frame follows the reader's device.
	$theme = $address['theme'];
	if ( $rides && '' === $theme ) {
		$theme = 'host';
	} elseif ( ! $rides && 'host' === $theme ) {
		$theme = '';
	}
	$query = array();
	if ( ! in_array( $theme, array( '', 'auto' ), true ) ) {
		$query[] = 'theme=' . $theme;
	}
	foreach ( array( 'accent', 'face' ) as $option ) {
		if ( '' !== $address[ $option ] ) {
			$query[] = $option . '=' . $address[ $option ];
		}
	}
	if ( $address['certainty'] ) {
		$query[] = 'certainty=' . implode( ',', $address['certainty'] );
	}
	return fulcrum_embed_url( $address ) . ( $query ? '?' . implode( '&', $query ) : '' ) . ( $rides ? '#ride' : '' );
}

/**
 * The height of a frame that does not follow the page's scroll, px.
 *
 * @param array $facts   See `fulcrum_facts`.
 * @param array $address See `fulcrum_parse_address`.
 * @return int
 */
function fulcrum_height( $facts, $address ) {
	if ( $facts['height'] ) {
		return $facts['height'];
	}
	return '' === $address['step'] ? 640 : 480;
}

/**
 * The link to the story, for readers whose page shows no frame.
 *
 * @param string $title   The story's title.
 * @param array  $address See `fulcrum_parse_address`.
 * @return string
 */
function fulcrum_link( $title, $address ) {
	return sprintf( '<p><a href="%s">%s</a></p>', esc_url( fulcrum_reading_url( $address ) ), esc_html( $title ) );
}

/**
 * What a feed has: the story's picture and its title, both of which lead to it.
 *
 * @param array $facts   See `fulcrum_facts`.
 * @param array $address See `fulcrum_parse_address`.
 * @return string
 */
function fulcrum_picture( $facts, $address ) {
	$link = fulcrum_link( $facts['title'], $address );
	if ( '' === $facts['thumbnail'] ) {
		return $link;
	}
	return sprintf(
		'<p><a href="%s"><img src="%s" alt="%s" /></a></p>',
		esc_url( fulcrum_reading_url( $address ) ),
		esc_url( $facts['thumbnail'] ),
		/* translators: %s: title of a story. */
		esc_attr( sprintf( __( 'Story map: %s', 'fulcrum' ), $facts['title'] ) )
	) . "\n" . $link;
}

/**
 * The frame on an AMP page, which no script may lead.
 *
 * @param array $facts   See `fulcrum_facts`.
 * @param array $address See `fulcrum_parse_address`.
 * @return string
 */
function fulcrum_amp_frame( $facts, $address ) {
	/* translators: %s: title of a story. */
	$title       = sprintf( __( 'Story map: %s', 'fulcrum' ), $facts['title'] );
	$placeholder = '' === $facts['thumbnail']
		? sprintf( '<p placeholder>%s</p>', esc_html( $title ) )
		: sprintf( '<amp-img placeholder layout="fill" src="%s" alt="%s"></amp-img>', esc_url( $facts['thumbnail'] ), esc_attr( $title ) );
	return sprintf(
		'<div><amp-iframe width="960" height="%d" layout="responsive" sandbox="%s" frameborder="0" src="%s" title="%s">%s</amp-iframe></div>',
		fulcrum_height( $facts, $address ),
		esc_attr( FULCRUM_SANDBOX ),
		esc_url( fulcrum_frame_url( $address, false ) ),
		esc_attr( $title ),
		$placeholder
	);
}

/**
 * Whether an editor asks for a preview. What scrolls there is not the article, so that the story has its buttons.
 *
 * @return bool
 */
function fulcrum_is_preview() {
	// The classic editor.
	if ( doing_action( 'wp_ajax_parse-embed' ) ) {
		return true;
	}
	$route = isset( $GLOBALS['wp']->query_vars['rest_route'] ) ? $GLOBALS['wp']->query_vars['rest_route'] : '';
	return defined( 'REST_REQUEST' ) && REST_REQUEST && 1 === preg_match( '#^/(oembed/1\.0/proxy|wp/v2/block-renderer/)#', $route );
}

/**
 * Lets the sites' scripts run as soon as they are there; nothing waits for them.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's handle.
 * @return string
 */
function fulcrum_load_async( $tag, $handle ) {
	if ( 0 !== strpos( $handle, FULCRUM_HANDLE ) || false !== strpos( $tag, ' async' ) ) {
		return $tag;
	}
	return str_replace( ' src=', ' async src=', $tag );
}
