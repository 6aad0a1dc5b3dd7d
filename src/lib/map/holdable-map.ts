import { Map as MapLibreMap } from 'maplibre-gl';

/**
 * A map that can be kept from drawing. A frame that is drawn before the world is there is seen by nobody, and a slow
 * GPU is still at it when the one that has the world would be due.
 */
export class HoldableMap extends MapLibreMap {
  // MapLibre's own constructor asks already, before a field of this class has its first value.
  declare private held?: boolean;

  override triggerRepaint(): void {
    if (!this.held) super.triggerRepaint();
  }

  /** Draws one frame more, for which it fetches what that shows, and then none. */
  hold(): void {
    this.triggerRepaint();
    this.held = true;
  }

  /** Draws again, all that has changed meanwhile. */
  release(): void {
    if (!this.held) return;
    this.held = false;
    this.triggerRepaint();
  }
}
