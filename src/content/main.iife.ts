/**
 * The only script that runs in pages. It wires and does nothing else; it runs in the top frame, at
 * the start of the document, and changes nothing on a page that is not listed.
 */
import { readPageApi } from '../platform/page-api.ts';
import { PageWatch } from './page-watch.ts';
import { whenShown } from './when-shown.ts';

whenShown(document, () => {
  void new PageWatch(readPageApi()).start();
});
