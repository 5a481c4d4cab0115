// The other end of the wire for tests of the editor: the same core functions and the same version rule as the real server.
import type { Procedure } from '#procedures/definition/procedure.ts';
import { applyEdits } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { ApiError, type Failure, unreachable } from '#lib/failure.ts';
import type { Send } from '#lib/editor/save-queue.svelte.ts';
import { ruleV1 } from '../../support/redesign.ts';

export const failure = (status: number, code: string, more: Partial<Failure> = {}): ApiError =>
  new ApiError({ status, code, title: code, detail: `${code} (minh họa)`, places: [], ...more });

export type Server = {
  redesign: Redesign;
  batches: Edit[][];
  /** What becomes of the coming requests, one each: an error is thrown, `lost` saves but never answers. */
  next: (ApiError | 'lost')[];
  /** Somebody else saves. */
  write: (edits: readonly Edit[], name?: string) => Redesign;
  send: Send;
};

export function aServer(procedure: Procedure, opened: Redesign): Server {
  const server: Server = {
    redesign: opened,
    batches: [],
    next: [],
    write: (edits, name = 'Đồng nghiệp (minh họa)') => {
      const result = applyEdits(server.redesign, procedure, edits, ruleV1(), { name, at: '2026-07-20T02:00:00.000Z' });
      if (!result.ok) throw failure(422, 'refused', { refusals: result.refusals });
      server.redesign = JSON.parse(JSON.stringify(result.redesign)) as Redesign;
      return server.redesign;
    },
    send: async (edits, version) => {
      await Promise.resolve();
      const fate = server.next.shift();
      if (fate instanceof ApiError) throw fate;
      server.batches.push([...edits]);
      const { updatedBy: writtenBy, updatedAt: writtenAt } = server.redesign;
      if (version !== server.redesign.version) throw failure(409, 'version-conflict', { current: server.redesign, writtenBy, writtenAt });
      const saved = server.write(edits, 'Tôi (minh họa)');
      if (fate === 'lost') throw new ApiError(unreachable(true));
      return saved;
    },
  };
  return server;
}
