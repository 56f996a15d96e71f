/** Why a number of a scan stays doubtful although the form's sums may close over it. */
export type Doubt =
  /** Other readings close the same identities as well. */
  | 'ambiguous'
  /** So many numbers of the identity were read in several ways that it may close by chance. */
  | 'by-chance'
  /** A rate that has more or fewer decimals than the others. */
  | 'decimals'
  /** No reader read it: it is what the identities leave. */
  | 'confused';
