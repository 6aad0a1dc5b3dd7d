<?php
/**
 * The WordPress that the tests set up; `start-wordpress.ts` says where it lies.
 *
 * @package Fulcrum
 */

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'FULCRUM_WORDPRESS_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );

foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) {
	define( $name, $name );
}

define( 'WP_HOME', getenv( 'FULCRUM_WORDPRESS_URL' ) );
define( 'WP_SITEURL', WP_HOME );
// Application passwords work without https.
define( 'WP_ENVIRONMENT_TYPE', 'local' );
// A notice of PHP that names the plugin fails the run.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// Nothing is asked of wordpress.org.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );

$table_prefix = 'wp_';
if ( getenv( 'FULCRUM_WORDPRESS_NETWORK' ) ) {
	$table_prefix = 'net_';
	if ( 'installed' === getenv( 'FULCRUM_WORDPRESS_NETWORK' ) ) {
		define( 'MULTISITE', true );
		define( 'SUBDOMAIN_INSTALL', false );
		define( 'DOMAIN_CURRENT_SITE', '127.0.0.1' );
		define( 'PATH_CURRENT_SITE', '/' );
	}
}

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
