import { useEffect, useState } from 'preact/hooks';
import { formatOfferParameters, type FollowOffer as Offer } from '../messages/parse-follow-link.ts';
import { DashboardLink } from '../ui/dashboard-link.tsx';
import { useText } from '../ui/text-context.ts';
import type { PopupSource } from './popup-view.ts';

/** Where the page's address offers a list: the way to the confirmation, which fetches nothing yet. */
export function FollowOffer({ source }: { readonly source: PopupSource }) {
  const text = useText();
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    // A tab that cannot be read offers nothing; why is said above.
    void source.readOffer().then(setOffer, () => undefined);
  }, [source]);
  if (offer === undefined) return null;
  return (
    <p class="note">
      {text.say('follow_offer')}{' '}
      <DashboardLink page={`#follow?${formatOfferParameters(offer)}`}>
        {text.say('follow_offer_link')}
      </DashboardLink>
    </p>
  );
}
