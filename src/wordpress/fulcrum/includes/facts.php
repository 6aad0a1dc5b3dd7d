<?php
/**
 * What a story's site says of it.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

/** How long facts are fresh, s. */
const FULCRUM_FRESH = DAY_IN_SECONDS;

/** How long a story is left alone after its site did not answer, s. */
const FULCRUM_FAILED = 5 * MINUTE_IN_SECONDS;

/** How long facts serve while the site does not answer, so that a fault there takes no map out of an article, s. */
const FULCRUM_STALE = MONTH_IN_SECONDS;

/**
 * The facts of a story, or of one of its maps.
 *
 * @param array $address See `fulcrum_parse_address`.
 * @return array|null Null where the site does not answer as it should. Otherwise: `title`; `height` of a frame that
 *                    does not follow the scroll, px; `thumbnail`, the address of a picture, and `size`, the value of
 *                    `data-fulcrum-size`, either of which may be empty.
 */
function fulcrum_facts( $address ) {
	$url    = ( '' === $address['step'] ? $address['site'] . $address['story'] . '/' : fulcrum_embed_url( $address ) ) . 'oembed.json';
	$key    = 'fulcrum_' . md5( $url );
	$cached = get_transient( $key );
	$cached = is_array( $cached ) ? $cached : array(
		'until' => 0,
		'facts' => null,
	);
	if ( time() < $cached['until'] ) {
		return $cached['facts'];
	}
	$fetched = fulcrum_fetch_facts( $url, $address['site'] );
	$facts   = null === $fetched ? $cached['facts'] : $fetched;
	$entry   = array(
		'until' => time() + ( null === $fetched ? FULCRUM_FAILED : FULCRUM_FRESH ),
		'facts' => $facts,
	);
	set_transient( $key, $entry, null === $facts ? FULCRUM_FAILED : FULCRUM_STALE );
	return $facts;
}

/**
 * Asks a site.
 *
 * @param string $url  The address of an oEmbed answer.
 * @param string $site The trusted site that it lies below.
 * @return array|null See `fulcrum_facts`.
 */
function fulcrum_fetch_facts( $url, $site ) {
	// An administrator has named the site: it may be in the newsroom's own network, on any port.
	add_filter( 'http_request_host_is_external', 'fulcrum_allow_host', 10, 3 );
	add_filter( 'http_allowed_safe_ports', 'fulcrum_allow_port', 10, 3 );
	$answer = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 5,
			// A redirect may lead to a site that is not trusted.
			'redirection'         => 0,
			'limit_response_size' => 64 * KB_IN_BYTES,
			'headers'             => array( 'Accept' => 'application/json' ),
		)
	);
	remove_filter( 'http_request_host_is_external', 'fulcrum_allow_host' );
	remove_filter( 'http_allowed_safe_ports', 'fulcrum_allow_port' );
	if ( is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ) {
		return null;
	}
	return fulcrum_parse_facts( json_decode( wp_remote_retrieve_body( $answer ), true ), $site );
}

/**
 * The facts in an oEmbed answer; its HTML is left alone.
 *
 * @param mixed  $answer The decoded answer.
 * @param string $site   The trusted site that answered.
 * @return array|null See `fulcrum_facts`.
 */
function fulcrum_parse_facts( $answer, $site ) {
	if ( ! is_array( $answer ) || ! isset( $answer['title'] ) || ! is_string( $answer['title'] ) ) {
		return null;
	}
	$title = trim( preg_replace( '/[\s\p{C}]+/u', ' ', $answer['title'] ) );
	if ( '' === $title || strlen( $title ) > 500 ) {
		return null;
	}
	$height    = isset( $answer['height'] ) ? $answer['height'] : null;
	$thumbnail = isset( $answer['thumbnail_url'] ) ? $answer['thumbnail_url'] : null;
	$size      = isset( $answer['fulcrum_size'] ) ? $answer['fulcrum_size'] : null;
	return array(
		'title'     => $title,
		'height'    => is_int( $height ) && 100 <= $height && 4000 >= $height ? $height : 0,
		'thumbnail' => is_string( $thumbnail ) && 0 === strpos( $thumbnail, $site ) && strlen( $thumbnail ) < 2000 ? $thumbnail : '',
		'size'      => is_string( $size ) && preg_match( '/^[0-9. ]{1,60}$/D', $size ) ? $size : '',
	);
}

/**
 * Lets WordPress fetch from a trusted site, wherever its name leads.
 *
 * @param bool   $external Whether WordPress holds the host for external.
 * @param string $host     The host's name.
 * @param string $url      The address.
 * @return bool
 */
function fulcrum_allow_host( $external, $host, $url ) {
	return $external || '' !== fulcrum_site_of( $url );
}

/**
 * Lets WordPress fetch from the port of a trusted site.
 *
 * @param int[]  $ports The ports that WordPress allows.
 * @param string $host  The host's name.
 * @param string $url   The address.
 * @return int[]
 */
function fulcrum_allow_port( $ports, $host, $url ) {
	$port = wp_parse_url( $url, PHP_URL_PORT );
	if ( is_array( $ports ) && is_int( $port ) && '' !== fulcrum_site_of( $url ) ) {
		$ports[] = $port;
	}
	return $ports;
}
