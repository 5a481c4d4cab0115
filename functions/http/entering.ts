// Figures that the workspace cannot derive, as people type them in.
import type { Figure, FigureInput } from '#procedures/plan/figure.ts';
import { periodName } from '#procedures/plan/period.ts';
import { figureText, together } from '#procedures/plan/plan-changes.ts';
import { figureFaults } from '#procedures/plan/plan-faults.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { targetName } from '#procedures/plan/target-words.ts';
import type { Permitted } from './access.ts';
import type { AppDeps } from './environment.ts';
import { workspaceLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

/** `version`: the one that the figure is typed over, 0 where there is none yet. */
type Place = Pick<Figure, 'target' | 'period' | 'version'>;

/** Saves a figure of a target and a period. Throws ProblemError for half a figure, OutdatedError where another one is there. */
export const entering =
  ({ stores: { figures } }: Pick<AppDeps, 'stores'>) =>
  async (plan: Plan, { target: id, period, version }: Place, input: FigureInput, { person, by }: Permitted): Promise<Figure> => {
    const target = plan.targets.find((one) => one.id === id);
    if (!target) throw notFound('chỉ tiêu này trong kế hoạch');
    const issues = figureFaults(input);
    if (issues.length > 0) throw new ProblemError('bad-input', 'Số liệu chưa đủ. Xem chỗ ghi bên dưới.', { issues });
    const figure: Figure = { ...input, plan: plan.id, target: id, period, version: version + 1, by: by.name, at: by.at };
    const before = version === 0 ? null : await figures.read(figure);
    const about = together([`${targetName(target)}, ${periodName(period).toLowerCase()}: ${figureText(input)}`]);
    const was = before && { was: together([figureText(before)]) };
    await figures.save(figure, {
      ...workspaceLine(person, 'enterFigure', by.at, { plan: plan.id, about, ...was }),
      version: figure.version,
    });
    return figure;
  };
