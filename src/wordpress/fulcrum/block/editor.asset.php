<?php
/**
 * What the block's editor script stands on.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => FULCRUM_VERSION,
);
