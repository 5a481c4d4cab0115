// Settings with dates: lists of the office, each in force from a day on.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { changeWords } from '#procedures/settings/change-words.ts';
import { KIND_NAMES, SETTING_KINDS } from '#procedures/settings/kinds.ts';
import { repeatedId } from '#procedures/settings/repeated.ts';
import type { Setting, SettingKind, SettingValue } from '#procedures/settings/settings.ts';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { Day, Prose } from '#procedures/text/label.ts';
import { Access, type Permitted } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { workspaceLine } from '../event-line.ts';
import { badPlace } from '../seating.ts';
import { signedIn } from '../signed-in.ts';
import { body, etag, fitting, path } from '../validate.ts';

const byKind = path(z.object({ kind: z.enum(SETTING_KINDS) }));
const byDay = path(z.object({ kind: z.enum(SETTING_KINDS), from: Day }));
/** `version` is the one that is written over; 0 = there is none of that day yet. */
const Written = z.strictObject({ value: z.array(z.unknown()), source: z.optional(Prose), version: z.int().check(z.gte(0)) });

/**
 * `/api/settings/:kind`, read by everyone: every list of the kind, newest day first, and the one in force today (what was shipped where
 * there is none). Written by administrators, a day at a time: 409 with what is there now, 422 for what does not fit the kind, and for an
 * identity that stands twice. Every change is a line of the history.
 */
export const settingsRoutes = (deps: AppDeps) => {
  const { settings, people } = deps.stores;
  const access = new Access(deps);

  async function save(admin: Permitted, kind: SettingKind, setting: Setting): Promise<Setting> {
    const { from, value, version } = setting;
    const [before, there] = await Promise.all([settings.inForce(kind, from), version === 1 ? null : settings.of(kind, from)]);
    const of = `${KIND_NAMES[kind]} áp dụng từ ${formatShortDay(from)}`;
    const line = workspaceLine(admin.person, 'changeSettings', admin.by.at, {
      about: `${of}: ${changeWords((there ?? before).value, value)}`,
      was: there ? `${of}, phiên bản ${there.version}: ${there.value.length} mục` : undefined,
      version,
    });
    await settings.save(kind, setting, line, [people.stands(admin.person)]);
    return setting;
  }

  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/:kind', byKind, async (c) => {
      const { kind } = c.req.valid('param');
      await access.inWorkspace(c.var.subject, 'readSettings');
      const [versions, inForce] = await Promise.all([settings.versions(kind), settings.inForce(kind, dayOf(access.moment()))]);
      return c.json({ versions, inForce: { from: inForce.from, source: inForce.source, value: inForce.value } }, 200);
    })
    .put('/:kind/:from', byDay, body(Written), async (c) => {
      const { kind, from } = c.req.valid('param');
      const { value: given, source, version } = c.req.valid('json');
      const setting = await access.steadily(async () => {
        const admin = await access.inWorkspace(c.var.subject, 'changeSettings', {
          about: `${KIND_NAMES[kind]} áp dụng từ ${formatShortDay(from)}`,
        });
        const value = await valueOf(kind, given);
        return save(admin, kind, { from, version: version + 1, by: admin.by.name, at: admin.by.at, source, value });
      });
      return c.json(setting, 200, { ETag: etag(setting.version) });
    });
};

/** The list as the schema of its kind reads it. Throws the problem that says where it does not. */
async function valueOf(kind: SettingKind, given: unknown): Promise<SettingValue<SettingKind>> {
  const { SETTING_VALUES } = await import('#procedures/settings/settings.ts');
  const { value } = await fitting(z.object({ value: SETTING_VALUES[kind] }), { value: given });
  const twice = repeatedId(value);
  if (twice !== undefined) throw badPlace('value', `Mã “${twice}” có hai lần trong danh mục. Mỗi mục phải có một mã riêng.`);
  return value;
}
