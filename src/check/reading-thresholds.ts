/**
 * From where on a reading counts, and how sure readings make a value. Confidences are from 0 to 1. All of them are here, because they
 * are tuned together, by measurement on scans.
 */
export const THRESHOLDS = {
  /** A reading that its reader is less sure of is no witness: it neither agrees nor disagrees. */
  witness: 0.2,
  /** A text that one reader alone gave passes without a finding from here on. A number never does, unless an identity proves it. */
  aloneText: 0.9,
  /** In one identity, so many numbers that readers disagree on are decided by its closing; of more, it may close by chance. */
  doubtsDecided: 4,
  /** Of a form's readings, so many changes are tried together to close its identities. */
  readingsChanged: 6,
  /** Steps of the search for one group of identities; a group that needs more is flagged. */
  searchSteps: 40_000,
} as const;

/** How sure a value is, by what speaks for it. See `confidenceOf`. */
export const SURENESS = {
  /** Two readers agree: measured, 0 of 694 numbers and 1 of 1,131 texts were wrong. */
  agreedAtLeast: 0.99,
  /** One reader alone. */
  aloneAtMost: 0.9,
  /** The readers disagree. */
  disagreedAtMost: 0.5,
  /** What is left of the doubt where an identity proves the number. */
  doubtBehindProof: 0.01,
} as const;
