<?php
/**
 * Settings → Fulcrum: the list of trusted story sites.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', 'fulcrum_register_settings' );
add_action( 'admin_menu', 'fulcrum_add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FULCRUM_FILE ), 'fulcrum_add_settings_link' );

/**
 * Tells WordPress of the option, its field and how it is sanitised.
 */
function fulcrum_register_settings() {
	register_setting(
		'fulcrum',
		'fulcrum_sites',
		array(
			'type'              => 'array',
			'default'           => array(),
			'sanitize_callback' => 'fulcrum_sanitise_sites',
		)
	);
	add_settings_section( 'fulcrum_sites', '', '__return_null', 'fulcrum' );
	add_settings_field(
		'fulcrum_sites',
		__( 'Story sites', 'fulcrum' ),
		'fulcrum_print_sites_field',
		'fulcrum',
		'fulcrum_sites',
		array( 'label_for' => 'fulcrum_sites' )
	);
}

/**
 * The sites that the administrator wrote, one a line, as they are stored. A line that is no site's address is left out
 * and named in an error. WordPress calls this twice when it first stores the option, then with the array made here.
 *
 * @param mixed $given The field's text, or an array of lines.
 * @return string[]
 */
function fulcrum_sanitise_sites( $given ) {
	$lines = is_array( $given ) ? array_filter( $given, 'is_string' ) : preg_split( '/\R/', (string) $given );
	$sites = array();
	foreach ( array_values( $lines ) as $index => $line ) {
		$line = trim( $line );
		if ( '' === $line ) {
			continue;
		}
		$site = fulcrum_normalise_site( $line );
		if ( '' === $site ) {
			add_settings_error(
				'fulcrum_sites',
				'fulcrum_sites_line_' . ( $index + 1 ),
				sprintf(
					/* translators: 1: number of the line, 2: what stands there. */
					__( 'Line %1$d: expected the address of a site, such as https://maps.example.org/, got “%2$s”. It was not saved.', 'fulcrum' ),
					$index + 1,
					esc_html( $line )
				)
			);
			continue;
		}
		$sites[] = $site;
	}
	return array_values( array_unique( $sites ) );
}

/**
 * Adds the page to the menu.
 */
function fulcrum_add_settings_page() {
	add_options_page( __( 'Fulcrum', 'fulcrum' ), __( 'Fulcrum', 'fulcrum' ), 'manage_options', 'fulcrum', 'fulcrum_print_settings_page' );
}

/**
 * Adds the page to the plugin's row in the list of plugins.
 *
 * @param string[] $links The row's links.
 * @return string[]
 */
function fulcrum_add_settings_link( $links ) {
	if ( current_user_can( 'manage_options' ) ) {
		$links[] = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=fulcrum' ) ), esc_html__( 'Settings', 'fulcrum' ) );
	}
	return $links;
}

/**
 * Prints the page.
 */
function fulcrum_print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Fulcrum story maps', 'fulcrum' ); ?></h1>
		<p><?php esc_html_e( 'Authors embed a story by pasting its address on a line of its own, or with the Story map block.', 'fulcrum' ); ?></p>
		<form action="options.php" method="post">
			<?php
			settings_fields( 'fulcrum' );
			do_settings_sections( 'fulcrum' );
			submit_button();
			?>
		</form>
	</div>
	<?php
}

/**
 * Prints the field.
 */
function fulcrum_print_sites_field() {
	?>
	<textarea id="fulcrum_sites" name="fulcrum_sites" rows="5" class="large-text code" spellcheck="false" aria-describedby="fulcrum_sites_help"><?php echo esc_textarea( implode( "\n", fulcrum_sites() ) ); ?></textarea>
	<p class="description" id="fulcrum_sites_help">
		<?php esc_html_e( 'One address a line, such as https://maps.example.org/. Only stories of these sites are embedded. A site in this list may run its script in your articles: list sites of your own newsroom.', 'fulcrum' ); ?>
	</p>
	<?php
}
