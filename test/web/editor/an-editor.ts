// An open editor on a small dossier, as its page opens one; what is made up is marked so.
import type { Procedure } from '#procedures/definition/procedure.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import type { Person } from '#procedures/review/person.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { RedesignEditor } from '#lib/editor/redesign-editor.svelte.ts';
import { unsavedStore } from '#lib/editor/unsaved-store.ts';
import { aProcedure } from '../../support/build.ts';
import { aRedesign, aRevision, ruleV1 } from '../../support/redesign.ts';
import { aServer } from './server.ts';

export const DELAYS = { typing: 30, first: 10, longest: 40 };
const NOW = '2026-07-20T01:41:00.000Z';

type Given = { procedure?: Procedure; redesign?: Redesign; person?: Partial<Person>; page?: string; server?: ReturnType<typeof aServer> };

export function anEditor({ procedure = aProcedure(), redesign, person = {}, page = 'a', server }: Given = {}) {
  const opened = server?.redesign ?? redesign ?? aRedesign(procedure);
  const wire = server ?? aServer(procedure, opened);
  const editor = new RedesignEditor({
    redesign: opened,
    baseline: aRevision(procedure),
    plan: DEMONSTRATION_PLAN,
    rule: ruleV1(),
    registers: REGISTERS,
    grounds: GROUNDS,
    person: {
      subject: 'chuyen-vien',
      name: 'Tôi (minh họa)',
      role: 'specialist',
      office: opened.office,
      officeName: 'Phòng (minh họa)',
      ...person,
    },
    send: (edits, version) => wire.send(edits, version),
    store: unsavedStore(localStorage, opened.id, 'chuyen-vien', page),
    delays: DELAYS,
    now: () => NOW,
  });
  return { editor, server: wire };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
