// Opening a redesign of a procedure and going there; used by the catalogue and by the page of a procedure.
import { goto } from '$app/navigation';
import { api } from '#lib/api.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import { paths } from '#lib/paths.ts';

/** One opening at a time: `procedure` is set while it is under way, `failure` when the last one failed. */
export class Opening {
  /** The procedure whose redesign is just being opened. */
  procedure = $state<string | null>(null);
  failure = $state<Failure | null>(null);

  /** Opens (or finds open) the redesign and goes to its editor; a failure stays on the page. */
  async open(procedure: string): Promise<void> {
    if (this.procedure !== null) return;
    this.procedure = procedure;
    this.failure = null;
    try {
      const { redesign } = await api.openRedesign(procedure);
      await goto(paths.redesign(redesign.id));
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    } finally {
      this.procedure = null;
    }
  }
}
