const PAGES: Record<string, string> = {
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
  ups: 'https://www.ups.com/track?tracknum=',
  dpd: 'https://tracking.dpd.de/status/en_US/parcel/',
  gls: 'https://gls-group.com/track/',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/?trackingnumber=',
};

/** Where the carrier shows a parcel; null for carriers that are not known. */
export function trackingLink(carrier: string, number: string | null): string | null {
  const page = PAGES[carrier.trim().toLowerCase()];
  return page && number ? page + encodeURIComponent(number) : null;
}
