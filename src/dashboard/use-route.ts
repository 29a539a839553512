import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route } from './parse-route.ts';

/** The page that the address names, also after a link or the browser's back button. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return parseRoute(hash);
}
