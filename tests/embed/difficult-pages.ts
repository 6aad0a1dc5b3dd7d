/** What makes a page difficult for a frame that is to stick to the window. */
interface DifficultPage {
  /** HTML of the page's head. */
  readonly head?: string;
  /** HTML before and after the snippet. */
  readonly around?: readonly [before: string, after: string];
  /** Whether the story follows the page's scroll all the same; if not, readers page through it. */
  readonly rides: boolean;
}

/** Pages of other sites, by what completes "in a page …". */
export const difficultPages: Readonly<Record<string, DifficultPage>> = {
  'that is moved by a transform': {
    head: '<style>main { transform: translateX(10px) }</style>',
    rides: true
  },
  'that is zoomed': {
    head: '<style>main { zoom: 1.25; max-width: 720px }</style>',
    rides: true
  },
  'read from right to left': {
    head: '<script>document.documentElement.dir = "rtl"</script>',
    rides: true
  },
  'that scrolls smoothly': {
    head: '<style>html { scroll-behavior: smooth }</style>',
    rides: true
  },
  'that hides what is too wide': {
    head: '<style>body { overflow-x: hidden }</style>',
    rides: true
  },
  'that cuts off what is too wide': {
    head: '<style>main { overflow-x: clip }</style>',
    rides: true
  },
  'whose style sheet sizes all frames': {
    head: '<style>iframe { height: auto !important; aspect-ratio: 16 / 9; border: 2px inset !important }</style>',
    rides: true
  },
  'that scrolls in a part of itself': {
    head: '<style>html, body { height: 100%; overflow: hidden } main { height: 100%; padding-block: 0; overflow-y: auto }</style>',
    rides: true
  },
  'whose frames cannot stick': {
    head: '<style>main { overflow: hidden }</style>',
    rides: false
  },
  'that is scaled': {
    head: '<style>main { transform: scale(0.75); transform-origin: 50% 0 }</style>',
    rides: false
  },
  'with a fold that is shut': {
    around: ['<div id="fold" style="max-height: 900px; overflow: hidden">', '</div>'],
    rides: false
  },
  'that gives frames a box of 16 to 9': {
    head: '<style>.fluid { position: relative; height: 0; padding-bottom: 56.25%; overflow: hidden } .fluid iframe { position: absolute; inset: 0; width: 100%; height: 100% }</style>',
    around: ['<div class="fluid">', '</div>'],
    rides: false
  }
};
