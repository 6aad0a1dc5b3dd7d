<?php
/**
 * Plugin Name:       Fulcrum story maps
 * Description:       Embeds Fulcrum story maps: the article's own scroll moves the map.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       fulcrum
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

define( 'FULCRUM_VERSION', '0.1.0' );
define( 'FULCRUM_FILE', __FILE__ );

require_once __DIR__ . '/includes/sites.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/address.php';
require_once __DIR__ . '/includes/facts.php';
require_once __DIR__ . '/includes/html.php';
require_once __DIR__ . '/includes/embed-handler.php';
require_once __DIR__ . '/includes/block.php';
