// The figures typed in for the targets of a plan, by target and period.
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { Figure, FigureInput, Period } from '#procedures/plan/figure.ts';
import { planApi } from './plan-api.ts';

/** What the server has; `enter` saves one over the version that is shown. */
export class PlanFigures {
  figures = $state.raw<readonly Figure[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly plan: string;

  constructor(plan: string) {
    this.plan = plan;
  }

  async fetch(): Promise<void> {
    this.failure = null;
    try {
      this.figures = (await planApi.figures(this.plan)).figures;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    }
  }

  of(target: string, period: Period): Figure | undefined {
    return this.figures?.find((figure) => figure.target === target && figure.period === period);
  }

  /** Null when it is saved. After a version conflict what is there now is shown; what was typed is the caller's to keep. */
  async enter(target: string, period: Period, input: FigureInput): Promise<Failure | null> {
    try {
      const version = this.of(target, period)?.version ?? 0;
      const saved = await planApi.enter(this.plan, target, period, { ...input, version });
      this.figures = [...(this.figures ?? []).filter((one) => one.target !== target || one.period !== period), saved];
      return null;
    } catch (thrown) {
      const failure = failureFrom(thrown);
      if (failure.code === 'version-conflict') await this.fetch();
      return failure;
    }
  }
}
