/**
 * Lets others have their turn if this work has had its own for long enough. Called far more often
 * than that, about once a millisecond: what is pure has no clock, so whoever makes it looks at one.
 */
export type Pause = () => Promise<void>;
