import { lacking } from './call/media/support.js';

/** The page begins here: before anything that a browser may not know is touched, it is asked whether it does. */

if (lacking().length > 0) {
  const { showUnsupported } = await import('./view/home/unsupported.js');
  showUnsupported(lacking());
} else {
  await import('./app.js');
}
