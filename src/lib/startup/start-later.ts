import { unread } from './unread.ts';

/** What marks the links to the page's own scripts, and the script that starts them, until its text has been painted. */
const later = 'later';

/** A page that is never painted, in a frame far below, takes part all the same after so long; ms. */
const unpaintedMs = 2000;

/** The tag of the script that starts the page's own; what is put before it comes before any script. */
export const laterScriptTag = `<script type="${later}">`;

/** What marks the document whose address names a part of it: its beginning is not what the reader comes to. */
const addressed = 'data-addressed';

/** The event by which a page tells that it takes part. */
const takesPart = 'takespart';

/**
 * Has the page's scripts fetched and started once its text has been painted and all of it is there: before that they
 * would take the line and the processor away from it. What the reader presses, chooses and types until the page takes
 * part is done then, in its order; buttons that the browser itself answers have been answered. It stands in the page
 * as it is, and the content security policy names its hash, as it does the starting script's, whose text stays the
 * same.
 */
export const startLaterScript =
  `(d=>{const e=d.documentElement,early=[],types=['click','input','change'],` +
  `keep=({type,target:t})=>{` +
  `if(type=='click')t=t.closest('button:not([popovertarget],[commandfor])');` +
  `if(t)early.push([type,t,t.value,t.checked])};` +
  `for(const t of types)d.addEventListener(t,keep,true);` +
  `d.addEventListener('${takesPart}',()=>{` +
  `for(const t of types)d.removeEventListener(t,keep,true);` +
  `for(const [type,t,value,checked] of early)` +
  `if(type=='click')t.click();` +
  `else{t.value=value;t.checked=checked;t.dispatchEvent(new Event(type,{bubbles:true}))}` +
  `},{once:true});` +
  `e.toggleAttribute('${addressed}',location.hash.length>1);` +
  // The address may name a passage, or words of one, of which the entry alone tells; a page that is come back to
  // stands where it was left.
  `const [come]=performance.getEntriesByType('navigation');` +
  `if(come?.type=='navigate'&&!(location.href+come.name).includes('#')){` +
  `e.toggleAttribute('${unread}');` +
  // What the reader, or their search in the page, has scrolled to stays where it is as what is above it is laid out.
  `d.addEventListener('scroll',()=>{` +
  `const at=[...d.querySelectorAll('[data-step],.notes')]` +
  `.find(t=>t.getBoundingClientRect().bottom>innerHeight/2),` +
  `top=()=>at?.getBoundingClientRect().top??0,was=top();` +
  `e.removeAttribute('${unread}');` +
  `const by=top()-was;` +
  `if(by)scrollBy({top:by,behavior:'instant'})` +
  `},{once:true})}` +
  `Promise.all([` +
  // In a task of its own: with that event the browser has much to do itself.
  `new Promise(r=>d.addEventListener('DOMContentLoaded',()=>setTimeout(r))),` +
  `new Promise(r=>{if(d.hidden)return r();` +
  `new PerformanceObserver((_,o)=>{o.disconnect();r()}).observe({type:'paint',buffered:true});` +
  `setTimeout(r,${unpaintedMs})})` +
  `]).then(()=>{` +
  `for(const l of d.querySelectorAll('link[rel=${later}]'))l.rel='modulepreload';` +
  `for(const s of d.querySelectorAll('script[type=${later}]'))` +
  `{const t=d.createElement('script');t.text=s.text;s.replaceWith(t)}` +
  `})})(document)`;

/** Tells that the page takes part: what the reader did before is done now. */
export function takePart(): void {
  document.dispatchEvent(new Event(takesPart));
}

/** A page whose scripts are to be preloaded and started, with both put off until its text has been painted. */
export function startLater(html: string): string {
  const marked = html
    .replaceAll(' rel="modulepreload">', ` rel="${later}">`)
    .replace(/<script>(?=\s*\{\s*__sveltekit_)/, laterScriptTag);
  return marked === html
    ? html
    : marked.replace('</head>', () => `<script>${startLaterScript}</script></head>`);
}
