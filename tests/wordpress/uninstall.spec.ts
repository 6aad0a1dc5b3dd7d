import { expect, test } from '@playwright/test';
import { php } from './php.ts';

/** What the options table of the site at hand has of the plugin. */
const left = `$left = function () { global $wpdb; return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%fulcrum%' ORDER BY option_name" ); };`;
const fill = `update_option( 'fulcrum_sites', array( 'https://maps.example.org/' ) ); set_transient( 'fulcrum_abc', 1, 60 );`;
const uninstall = `require_once ABSPATH . 'wp-admin/includes/plugin.php'; define( 'WP_UNINSTALL_PLUGIN', 'fulcrum/fulcrum.php' ); require WP_PLUGIN_DIR . '/fulcrum/uninstall.php';`;

test('uninstalling leaves no option and no transient', async () => {
  const [before, after] = await php<string[][]>(
    `${left} ${fill} $before = $left(); ${uninstall} return array( $before, $left() );`
  );
  expect(before).toEqual(
    expect.arrayContaining([
      '_transient_fulcrum_abc',
      '_transient_timeout_fulcrum_abc',
      'fulcrum_sites'
    ])
  );
  expect(after).toEqual([]);
});

test('uninstalling leaves nothing in any site of a network', async () => {
  await php(
    `require_once ABSPATH . 'wp-admin/includes/upgrade.php'; add_filter( 'pre_wp_mail', '__return_true' );
    wp_install( 'Network', 'network', 'network@example.org', false, '', 'network' );
    foreach ( $GLOBALS['wpdb']->tables( 'ms_global' ) as $table => $name ) $GLOBALS['wpdb']->$table = $name;
    install_network();
    $made = populate_network( 1, '127.0.0.1', 'network@example.org', 'Network', '/', false );
    return is_wp_error( $made ) ? $made->get_error_message() : true;`,
    {},
    {
      constants: { WP_INSTALLING: true, WP_INSTALLING_NETWORK: true },
      env: { FULCRUM_WORDPRESS_NETWORK: 'empty' }
    }
  );
  const found = await php<string[][]>(
    `wp_insert_site( array( 'domain' => '127.0.0.1', 'path' => '/two/', 'user_id' => 1, 'title' => 'Two' ) );
    ${left}
    $each = function ( $do ) { $found = array(); foreach ( get_sites( array( 'fields' => 'ids' ) ) as $id ) { switch_to_blog( $id ); $found[] = $do(); restore_current_blog(); } return $found; };
    $each( function () { ${fill} } );
    $before = array_map( 'count', $each( $left ) );
    ${uninstall}
    return array( $before, $each( $left ) );`,
    {},
    { env: { FULCRUM_WORDPRESS_NETWORK: 'installed' } }
  );
  expect(found).toEqual([
    [3, 3],
    [[], []]
  ]);
});
