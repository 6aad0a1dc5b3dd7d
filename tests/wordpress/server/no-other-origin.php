<?php
/**
 * What WordPress itself would load from other origins: pictures of people, emoji and fonts. The tests are to see what
 * the plugin loads.
 *
 * @package Fulcrum
 */

add_filter( 'pre_option_show_avatars', '__return_zero' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
