/**
 * The only script that runs in pages. It wires and does nothing else; it runs in the top frame, at
 * the start of the document, and changes nothing on a page that is not listed.
 */
import { readPageApi } from '../platform/page-api.ts';
import { PageWatch } from './page-watch.ts';
import { whenShown } from './when-shown.ts';

// At once: the longer it waits, the more of the page's elements can bear the API's name.
const api = readPageApi();
whenShown(document, () => {
  void new PageWatch(api).start();
});
