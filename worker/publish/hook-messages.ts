// What the service worker and the tabs say to each other about /hook/*: requests themselves go from it straight to the engine.

/** What all tabs are asked; the one that runs published apps answers with a port to its engine. */
export const whoAnswers = 'weft-hooks'
/** What a tab says whose engine is not there any more. */
export const engineLost = 'weft-hooks-lost'
