<?php
/**
 * The addresses of stories.
 *
 * @package Fulcrum
 */

defined( 'ABSPATH' ) || exit;

/** The colours that a frame's address may ask for. */
const FULCRUM_THEMES = array( 'host', 'auto', 'light', 'dark' );

/** How certain an event is, from the surest to the least sure. */
const FULCRUM_CERTAINTIES = array( 'confirmed', 'reported', 'disputed', 'planned', 'prospective' );

/** The names of a story's other pages, which no passage has. */
const FULCRUM_PAGES = array( 'present', 'speaker', 'embed', 'data', 'handout', 'lesson', 'class', 'map', 'outline', 'media', 'card', 'oembed', 'events', 'places', 'sources', 'index' );

/**
 * What an address asks for: `https://maps.example.org/caspian/vienna/?theme=dark` is the map of the passage `vienna`
 * of the story `caspian`, dark. `#vienna` after a story's address is where its reader was, and asks for nothing.
 *
 * @param string $url What an author pasted.
 * @return array|null Null where it is not a story of a trusted site. Otherwise: `site`, its root with a slash at its
 *                    end; `story` and `step`, ids, the step empty for the whole story; `theme`, empty where the
 *                    address asks for none; `certainty`, the certainties shown, empty for all.
 */
function fulcrum_parse_address( $url ) {
	$url  = trim( (string) $url );
	$site = fulcrum_site_of( $url );
	if ( '' === $site || strlen( $url ) > 2000 ) {
		return null;
	}
	$id    = '[a-z0-9]+(?:-[a-z0-9]+)*';
	$found = preg_match( "#^($id)(?:/embed)?(?:/($id))?/?(?:\?([^\s\#]*))?(?:\#\S*)?$#D", substr( $url, strlen( $site ) ), $matches );
	if ( ! $found ) {
		return null;
	}
	list( , $story, $step, $query ) = array_pad( $matches, 4, '' );
	if ( in_array( $step, FULCRUM_PAGES, true ) ) {
		return null;
	}
	wp_parse_str( $query, $asked );
	return array(
		'site'      => $site,
		'story'     => $story,
		'step'      => $step,
		'accent'    => isset( $asked['accent'] ) && is_string( $asked['accent'] ) && preg_match( '/^[0-9a-f]{6}$/iD', $asked['accent'] ) ? $asked['accent'] : '',
		'face'      => isset( $asked['face'] ) && 'sans' === $asked['face'] ? 'sans' : '',
		'theme'     => fulcrum_theme( isset( $asked['theme'] ) ? $asked['theme'] : '' ),
		'certainty' => fulcrum_certainties( isset( $asked['certainty'] ) && is_string( $asked['certainty'] ) ? explode( ',', $asked['certainty'] ) : array() ),
	);
}

/**
 * A theme by its name.
 *
 * @param mixed $name What was given.
 * @return string Empty where there is no such theme.
 */
function fulcrum_theme( $name ) {
	return in_array( $name, FULCRUM_THEMES, true ) ? $name : '';
}

/**
 * The certainties among some words, from the surest to the least sure.
 *
 * @param mixed $words What was given.
 * @return string[] Empty where none is named, or all are: nothing is then left out.
 */
function fulcrum_certainties( $words ) {
	$known = array_values( array_intersect( FULCRUM_CERTAINTIES, (array) $words ) );
	return count( FULCRUM_CERTAINTIES ) === count( $known ) ? array() : $known;
}

/**
 * The page on which readers read the story, at the passage if the address names one.
 *
 * @param array $address See `fulcrum_parse_address`.
 * @return string
 */
function fulcrum_reading_url( $address ) {
	return $address['site'] . $address['story'] . '/' . ( '' === $address['step'] ? '' : '#' . $address['step'] );
}

/**
 * The folder of the story's, or the passage's, embed.
 *
 * @param array $address See `fulcrum_parse_address`.
 * @return string With a slash at its end.
 */
function fulcrum_embed_url( $address ) {
	return $address['site'] . $address['story'] . '/embed/' . ( '' === $address['step'] ? '' : $address['step'] . '/' );
}
