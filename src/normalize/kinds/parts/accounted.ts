import type { RelatedForm } from '../../../schema/related/related-form.js';
import type { Account } from '../../draft/account.js';

/** Stands before the ordinal in the id of a related form's record. */
export const RELATED_MARK = 'r';

/** A record, and the account of what became of each text. */
export interface Accounted<R extends RelatedForm = RelatedForm> {
  readonly record: R;
  readonly account: Account;
}
