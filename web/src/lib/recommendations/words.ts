// How recommendations look, how a step is typed, and what an address asks for.
import { RECOMMENDATION_STATE_NAMES } from '#procedures/proposal/recommendation-names.ts';
import type { Recommendation } from '#procedures/proposal/recommendation.ts';

type State = Recommendation['state'];

/** A step as it stands in the boxes. */
export type TypedStep = { state: State; date: string; document: string; note: string };

export const STATES = Object.keys(RECOMMENDATION_STATE_NAMES) as State[];

export const STATE_TONES: Record<State, string> = { notSent: '', sent: 'warn', accepted: 'good', declined: 'bad', amended: 'good' };

/** The state that the query of an address names; all of them for anything else. */
export const stateIn = (parameters: URLSearchParams): State | '' => STATES.find((each) => each === parameters.get('trang-thai')) ?? '';

/** Whether what a browser kept is such a step. */
export function isTypedStep(value: unknown): value is TypedStep {
  if (typeof value !== 'object' || value === null) return false;
  const { state, date, document, note } = value as Record<string, unknown>;
  return STATES.some((each) => each === state) && [date, document, note].every((text) => typeof text === 'string');
}
