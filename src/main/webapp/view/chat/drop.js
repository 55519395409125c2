import { t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';

const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
const isTextBox = (element) => element.matches?.('input, textarea');

/**
 * Takes files that are dragged onto the page or pasted into it.
 *
 * @param {object} options
 * @param {() => boolean} options.wanted whether there is anything to do with them now
 * @param {(dragging: boolean) => void} options.drag called when files are being dragged over the page, or no more
 * @param {(files: File[], folders: boolean) => void} options.take called with those that were let go here, and whether
 *   there were folders, too
 */
export function onFiles({ wanted, drag, take }) {
  // Each element that is entered is left again, the next being entered first.
  let entered = 0;
  const over = (count) => {
    entered = count;
    drag(entered > 0);
  };
  const on = (type, handle) =>
    addEventListener(type, (event) => {
      if (hasFiles(event) && wanted()) {
        event.preventDefault();
        handle(event);
      }
    });
  on('dragenter', () => over(entered + 1));
  // Out of the window, whatever has been removed under the pointer meanwhile.
  on('dragleave', ({ relatedTarget }) => over(relatedTarget ? Math.max(0, entered - 1) : 0));
  on('dragover', ({ dataTransfer }) => (dataTransfer.dropEffect = 'copy'));
  on('drop', ({ dataTransfer }) => {
    over(0);
    const items = [...dataTransfer.items].filter(({ kind }) => kind === 'file');
    const files = items.filter((item) => !item.webkitGetAsEntry()?.isDirectory).map((item) => item.getAsFile());
    take(files, files.length < items.length);
  });
  addEventListener('paste', (event) => {
    const { files, types } = event.clipboardData;
    // What is copied in an office program is a picture of it, too: who pastes it into a text wants the text.
    if (files.length > 0 && wanted() && !(isTextBox(event.target) && types.includes('text/plain'))) {
      event.preventDefault();
      take([...files], false);
    }
  });
}

/** Shows where to let go. */
export const dropTarget = () => html`<div class="drop"><p>${icon('upload')}${t('files.drop')}</p></div>`;
