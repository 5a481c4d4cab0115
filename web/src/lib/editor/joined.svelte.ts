// What an open editor shares with others: the talk about the redesign, who else is there, what they save meanwhile.
import { onMount } from 'svelte';
import { api } from '#lib/api.ts';
import { reviewApi } from '#lib/review/review-api.ts';
import { session } from '#lib/session.svelte.ts';
import { talkDrafts } from '#lib/talk/talk-drafts.ts';
import { Talk } from '#lib/talk/talk.svelte.ts';
import { talkWire } from '#lib/talk/talk-wire.ts';
import { providePresence, provideTalk } from './editor-context.ts';
import { Presence } from './presence.svelte.ts';
import { presenceWire } from './presence-wire.ts';
import type { RedesignEditor } from './redesign-editor.svelte.ts';

/** Milliseconds between two looks at the comments. */
const TALK_PAUSE = 60_000;

/** A name that no other open page has; only letters and digits. */
const pageName = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

/** Call while the editor's component is set up: provides both as contexts and keeps them going as long as it lives. */
export function joinRedesign(editor: RedesignEditor): { talk: Talk; presence: Presence } {
  const { id } = editor.queue.saved;
  const talk = provideTalk(
    new Talk({
      wire: talkWire(id),
      drafts: talkDrafts(localStorage, id, editor.person.subject),
      may: (action) => editor.may(action),
    }),
  );
  const presence = providePresence(
    new Presence({
      wire: presenceWire(id),
      me: editor.person.subject,
      tab: pageName(),
      unsaved: () => editor.queue.state.kind !== 'saved',
      save: () => editor.queue.flush(),
      refresh: () => catchUp(editor),
      now: editor.now,
    }),
  );

  $effect(() => {
    if (editor.queue.unsaved.length > 0) presence.began();
  });
  $effect(() => {
    const { handedTo } = presence;
    const moved = editor.queue.saved.revision !== editor.baseline.number;
    editor.locked = moved ? MOVED : handedTo === null ? null : `Đã bàn giao cho ${handedTo.name}; trang này chỉ xem.`;
  });

  onMount(() => {
    const look = () => void (document.visibilityState === 'visible' && !session.ended && talk.load());
    void talk.load();
    presence.start();
    // Where it fails the redesign only stays marked as new.
    reviewApi.visit(id).catch(() => undefined);
    const timer = setInterval(look, TALK_PAUSE);
    const leave = () => presence.stop();
    const back = (event: PageTransitionEvent) => event.persisted && presence.start();
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      presence.stop();
    };
  });
  return { talk, presence };
}

const MOVED = 'Bản này vừa được chuyển sang phiên bản mới của định nghĩa. Tải lại trang để sửa tiếp; phần chưa lưu vẫn được giữ.';

/** Shows what the server has now. Where it cannot be read the page stays as it is: the next look may succeed. */
async function catchUp(editor: RedesignEditor): Promise<void> {
  const theirs = await api.redesign(editor.queue.saved.id).catch(() => null);
  if (theirs !== null) editor.queue.catchUp(theirs);
}
