<?php
/**
 * The story sites that this site trusts. Nothing else is ever embedded or fetched.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

/**
 * The roots of the trusted story sites, each with a slash at its end.
 *
 * @return string[]
 */
function fulcrum_sites() {
	$sites = get_option( 'fulcrum_sites', array() );
	return is_array( $sites ) ? array_values( array_filter( $sites, 'is_string' ) ) : array();
}

/**
 * The root of a site in the one form that is stored: `HTTPS://Maps.example.org` gives `https://maps.example.org/`.
 *
 * @param string $line What the administrator wrote.
 * @return string The root; empty where the line is not the address of a site.
 */
function fulcrum_normalise_site( $line ) {
	$parts = wp_parse_url( trim( $line ) );
	if ( ! is_array( $parts ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	// A user, a query or a fragment is no part of a site's root.
	if ( array_diff_key( $parts, array_flip( array( 'scheme', 'host', 'port', 'path' ) ) ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$host   = strtolower( $parts['host'] );
	$label  = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
	if ( ! in_array( $scheme, array( 'http', 'https' ), true ) || ! preg_match( "/^(?:$label\.)*$label$/D", $host ) ) {
		return '';
	}
	$path = trailingslashit( isset( $parts['path'] ) ? $parts['path'] : '' );
	if ( ! preg_match( '#^/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*$#D', $path ) ) {
		return '';
	}
	$usual = 'https' === $scheme ? 443 : 80;
	$port  = isset( $parts['port'] ) && $usual !== $parts['port'] ? ':' . $parts['port'] : '';
	return "$scheme://$host$port$path";
}

/**
 * The trusted site that an address lies below. Of two sites of which one lies below the other, it is the deeper one.
 *
 * @param string $url A whole address.
 * @return string The site's root; empty where there is none.
 */
function fulcrum_site_of( $url ) {
	$found = '';
	foreach ( fulcrum_sites() as $site ) {
		if ( 0 === strpos( $url, $site ) && strlen( $site ) > strlen( $found ) ) {
			$found = $site;
		}
	}
	return $found;
}
