// Where the tabs of a browser keep and tell what is published.

/** Setting with the ids of the published apps. */
export const publishedList = 'published'
/** BroadcastChannel that tells of a change to that list. */
export const publishedChannel = 'weft-published'
