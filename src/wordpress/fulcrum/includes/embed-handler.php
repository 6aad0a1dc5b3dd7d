<?php
/**
 * The address of a story on a line of its own, or in an Embed block. The HTML is made when the article is shown, so
 * that its author needs no right to store frames and scripts.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'fulcrum_register_embed_handler' );
add_filter( 'rest_dispatch_request', 'fulcrum_preview_embed', 10, 3 );

/**
 * Registers the handler. It is asked about every address, and answers for stories of trusted sites alone.
 */
function fulcrum_register_embed_handler() {
	wp_embed_register_handler( 'fulcrum', '#^https?://#i', 'fulcrum_handle_embed' );
}

/**
 * The HTML for an address.
 *
 * @param string[] $matches What the handler's expression found.
 * @param array    $attr    The embed's attributes.
 * @param string   $url     The address.
 * @return string|false False leaves the address to WordPress: it is no story, or an editor is to say that it fails.
 */
function fulcrum_handle_embed( $matches, $attr, $url ) {
	$address = fulcrum_parse_address( $url );
	if ( null === $address ) {
		return false;
	}
	$html = fulcrum_html( $address );
	if ( '' !== $html ) {
		return $html;
	}
	return fulcrum_is_preview() ? false : fulcrum_link( $url, $address );
}

/**
 * Answers the editor's Embed block. Without this WordPress would first look for an oEmbed answer on the story's page,
 * whose HTML it strips.
 *
 * @param mixed           $result  What another plugin has answered; null so far.
 * @param WP_REST_Request $request The request, which WordPress has found to be allowed.
 * @param string          $route   The request's route.
 * @return mixed
 */
function fulcrum_preview_embed( $result, $request, $route ) {
	if ( null !== $result || '/oembed/1.0/proxy' !== $route ) {
		return $result;
	}
	$address = fulcrum_parse_address( $request['url'] );
	$html    = null === $address ? '' : fulcrum_html( $address );
	if ( '' === $html ) {
		return $result;
	}
	return array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => 'Fulcrum',
		'provider_url'  => $address['site'],
		'html'          => $html,
	);
}
