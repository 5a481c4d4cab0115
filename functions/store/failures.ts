// What the SDK throws, told apart: a condition that did not hold, something that passes by itself, a store out of reach.
import { StoreUnavailableError } from './errors.ts';

/** An item as the wire has it (attribute values, not yet plain). */
type PresentItem = { body?: { S?: string }; summary?: { M?: { redesign?: { M?: { id?: { S?: string } } } } } };

/** A condition of a transaction did not hold: the `index` of the write, and what the item that is there says. */
export class ConditionFailure extends Error {
  readonly index: number;
  /** Stored text of a document. */
  readonly body: string | undefined;
  /** Redesign that the head of a procedure notes. */
  readonly openRedesign: string | undefined;

  constructor(index: number, item: PresentItem = {}) {
    super(`The condition of write ${index} did not hold.`);
    this.index = index;
    this.body = item.body?.S;
    this.openRedesign = item.summary?.M?.redesign?.M?.id?.S;
  }
}

type SdkError = {
  name?: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
  CancellationReasons?: { Code?: string; Item?: PresentItem }[];
};

const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const THROTTLED = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'TimeoutError',
  'TransactionInProgressException',
]);

// The SDK types no thrown value; these are the only places that look into one.
const sdk = (error: unknown): SdkError => (typeof error === 'object' && error !== null ? (error as SdkError) : {});

/** The failed condition in a cancelled transaction, if that is why. */
export function conditionFailure(error: unknown): ConditionFailure | null {
  const reasons = sdk(error).CancellationReasons ?? [];
  const index = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  return index < 0 ? null : new ConditionFailure(index, reasons[index]?.Item);
}

/** Whether another attempt may succeed: two transactions met, or the table was busy. */
export const isPassing = (error: unknown): boolean =>
  sdk(error).name === 'TransactionInProgressException' ||
  (sdk(error).CancellationReasons ?? []).some((reason) => PASSING.has(reason.Code ?? ''));

/** Throws StoreUnavailableError for a store out of reach, and anything else as it is. */
export function asStoreError(error: unknown): never {
  const { name = '', code, $metadata } = sdk(error);
  const outOfReach = typeof code === 'string' || ($metadata?.httpStatusCode ?? 0) >= 500 || THROTTLED.has(name) || isPassing(error);
  if (outOfReach) throw new StoreUnavailableError({ cause: error });
  throw error;
}
