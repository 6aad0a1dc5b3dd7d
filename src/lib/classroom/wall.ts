/** What a presentation loads once its class is to follow. */
export { Classroom } from './classroom.svelte.ts';
export { default as ClassAnswers } from './ClassAnswers.svelte';
export { default as ClassPanel } from './ClassPanel.svelte';
export { default as ClassPins } from './ClassPins.svelte';
