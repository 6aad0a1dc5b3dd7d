<?php
/**
 * Runs PHP within WordPress, for `php.ts`: the code and its arguments come as JSON on the standard input, and what it
 * returns leaves as JSON, after a mark.
 *
 * @package Fulcrum
 */

// phpcs:disable
$_SERVER['HTTP_HOST']       = parse_url( getenv( 'FULCRUM_WORDPRESS_URL' ), PHP_URL_HOST );
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
list( $code, $arguments, $constants ) = json_decode( stream_get_contents( STDIN ), true );
foreach ( $constants as $name => $value ) {
	define( $name, $value );
}
require getenv( 'FULCRUM_WORDPRESS_DIR' ) . '/wp-load.php';
$result = ( function () use ( $code, $arguments ) {
	extract( $arguments );
	return eval( $code );
} )();
echo "\nReturned: " . json_encode( $result );
