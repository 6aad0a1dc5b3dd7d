<?php
/**
 * Installs WordPress, its people and the plugin.
 *
 * @package Fulcrum
 */

// phpcs:disable
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST']       = parse_url( getenv( 'FULCRUM_WORDPRESS_URL' ), PHP_URL_HOST );
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require getenv( 'FULCRUM_WORDPRESS_DIR' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'The Harbour Post', 'administrator', 'desk@example.org', false, '', 'administrator' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'user_email' => 'author@example.org', 'role' => 'author' ) );
// The editor's tour would lie over it.
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => '2022-11-01T00:00:00.000Z' ) );
}
$fault = activate_plugin( 'fulcrum/fulcrum.php' );
if ( is_wp_error( $fault ) ) {
	fwrite( STDERR, $fault->get_error_message() . "\n" );
	exit( 1 );
}
