import { html } from '../../lib/lit-html.js';

// Styles are set as properties throughout: the page's security policy lets no attribute carry any.

/** An icon of the set in `lib/icons`, in the colour of the text around it. Decoration: the name is said in words. */
export const icon = (name) => html`<span class="icon" aria-hidden="true" .style=${`mask-image: url('lib/icons/${name}.svg')`}></span>`;
