/** A link of ours as it is sent to others: with the address under which this page was reached. */
export const absolute = (link: string) => new URL(link, window.location.origin).href
