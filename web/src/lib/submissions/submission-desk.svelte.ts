// One submission on the desk: what the server says of it, changed version by version.
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { Act } from './acts.ts';
import { submissionApi, type SubmissionPage } from './submission-api.ts';

/** What somebody else did meanwhile: who and when. */
type Overtaken = { by: string; at: string };

/** Holds the submission with its summary and decision; every change goes through here, so that all parts of the page show the same version. */
export class SubmissionDesk {
  #page = $state.raw<SubmissionPage>() as SubmissionPage;
  /** Set when a change met a newer version: what is there now is shown, and nothing of mine was done. */
  overtaken = $state.raw<Overtaken | null>(null);
  /** Grows whenever the entries may have changed. */
  entriesAge = $state(0);
  /** What is said aloud after an act. */
  announcement = $state('');

  constructor(page: SubmissionPage) {
    this.#page = page;
  }

  get submission(): SubmissionPage['submission'] {
    return this.#page.submission;
  }

  get summary(): SubmissionPage['summary'] {
    return this.#page.summary;
  }

  get decision(): SubmissionPage['decision'] {
    return this.#page.decision;
  }

  /** How many proposals have not yet moved to where the decision puts them. */
  get pending(): number {
    return this.#page.pending;
  }

  /** Reads what is there now; rejects with ApiError. */
  async refresh(): Promise<void> {
    this.#page = await submissionApi.read(this.submission.id);
    this.entriesAge += 1;
  }

  /**
   * Carries out a change on the version that is shown and shows its outcome. Resolves to the failure instead of throwing it; after a
   * version conflict what is there now is shown. `again`: the change may be repeated on a newer version, because it loses nothing there.
   */
  async change(send: (id: string, version: number) => Promise<Changed>, { again = false } = {}): Promise<Failure | null> {
    this.overtaken = null;
    try {
      const { submission, summary, pending } = await send(this.submission.id, this.submission.version);
      // A decision comes with its outcomes counted only when it is read.
      if (submission.state === 'decided') await this.refresh();
      else this.#page = { submission, summary, pending, decision: null };
      this.entriesAge += 1;
      return null;
    } catch (thrown) {
      const failure = failureFrom(thrown);
      if (failure.code !== 'version-conflict') return failure;
      await this.refresh().catch(() => undefined);
      if (again) return this.change(send);
      this.overtaken = { by: this.submission.updatedBy, at: this.submission.updatedAt };
      return failure;
    }
  }

  /** Offers, sends back, signs off, reopens or withdraws; the reason goes with those that need one. */
  act(act: Act, reason = ''): Promise<Failure | null> {
    return this.change((id, version) => ACTS[act](id, version, reason));
  }
}

type Changed = Pick<SubmissionPage, 'submission' | 'summary' | 'pending'>;

const ACTS: Record<Act, (id: string, version: number, reason: string) => Promise<Changed>> = {
  offer: submissionApi.offer,
  sendBack: submissionApi.sendBack,
  signOff: submissionApi.signOff,
  reopen: submissionApi.reopen,
  withdraw: async (id, version) => {
    // Hundreds of proposals come out in several requests.
    let answer = await submissionApi.withdraw(id, version);
    while (answer.left > 0) answer = await submissionApi.withdraw(id, answer.submission.version);
    return answer;
  },
};
