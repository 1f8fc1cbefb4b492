const minute = 60;
const hour = 60 * minute;

/** How long what the provider gives out is good, in seconds. */
export const lifetimes = {
  /** Short: rights in it may be outdated, and a stolen one is soon worth nothing. */
  accessToken: 10 * minute,
  /** Everything else, by the provider's names. */
  artifacts: {
    IdToken: 10 * minute,
    AuthorizationCode: minute,
    /** From the opened sign-in page to its end. */
    Interaction: hour,
    /** A working day: whoever comes the next morning signs in anew. */
    Session: 12 * hour,
    Grant: 12 * hour,
    RefreshToken: 12 * hour,
  },
};
