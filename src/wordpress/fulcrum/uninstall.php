<?php
/**
 * Takes away what the plugin has stored.
 *
 * @package Fulcrum
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Takes away what the plugin has stored for the site at hand.
 */
function fulcrum_uninstall_site() {
	global $wpdb;
	delete_option( 'fulcrum_sites' );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no function that finds transients by their beginning.
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_fulcrum_' ) . '%' ) );
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	$fulcrum_blogs = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $fulcrum_blogs as $fulcrum_blog ) {
		switch_to_blog( $fulcrum_blog );
		fulcrum_uninstall_site();
		restore_current_blog();
	}
} else {
	fulcrum_uninstall_site();
}
