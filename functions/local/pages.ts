// The two plain pages that the local server draws itself, without scripts: choose a person, and a notice.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Role } from '#procedures/review/person.ts';
import type { LocalAccount } from './directory.ts';
import { pageFonts } from './page-fonts.ts';

/** A page and the policy that lets it use its own style sheet and nothing else. */
export type Page = { html: string; policy: string };

const STYLE = `${pageFonts()}\n${readFileSync(new URL('pages.css', import.meta.url), 'utf8')}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; font-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

export const ROLE_NAMES: Record<Role, string> = {
  specialist: 'Chuyên viên',
  reviewer: 'Thẩm định',
  leader: 'Lãnh đạo',
  admin: 'Quản trị',
};

/** The list of people as one form: every person a button. `token` proves that the answer comes from this very page. */
export function choosePerson(people: readonly LocalAccount[], token: string): Page {
  const rows = people.map(
    (person) => `<li><button name="subject" value="${escape(person.subject)}">
      <strong>${escape(person.name)}</strong>
      <span class="chip">${ROLE_NAMES[person.role]}</span>
      <small>${escape([person.officeName, person.email].filter(Boolean).join(' · '))}</small>
    </button></li>`,
  );
  return page(
    'Chọn người dùng',
    `<p>Chọn người mà bạn muốn đóng vai để vào Tinh Gọn.</p>
    <form method="post"><input type="hidden" name="token" value="${escape(token)}"><ul>${rows.join('')}</ul></form>
    <p class="note">Danh tính minh họa — chỉ dùng trên máy này. Không có mật khẩu: ai ngồi trước máy đều chọn được mọi người trong danh sách.</p>`,
  );
}

/** One sentence and the way back. */
export function notice(title: string, sentence: string): Page {
  return page(title, `<p>${escape(sentence)}</p><p><a href="/">Về trang đầu</a></p>`);
}

function page(title: string, body: string): Page {
  const html = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="theme-color" content="#10373f">
<title>${escape(title)} · Tinh Gọn</title><style>${STYLE}</style></head>
<body><header><p class="brand"><i aria-hidden="true">≤</i>Tinh Gọn</p><p>Tái cấu trúc thủ tục hành chính</p></header>
<main><h1>${escape(title)}</h1>${body}</main></body>
</html>`;
  return { html, policy: POLICY };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
