import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '#functions/settings.ts';

const ENVIRONMENT = {
  TABLE: 'tinh-gon',
  TENANT: 'khanh-hoa',
  AWS_REGION: 'ap-southeast-1',
  OIDC_ISSUER: 'https://dang-nhap.example',
  OIDC_CLIENT_ID: 'tinh-gon',
  PUBLIC_ORIGIN: 'https://tinhgon.example/',
  SESSION_SECRET_ID: 'arn:secret',
};

describe('settings', () => {
  it('are read from the environment, the origin without its slash', () => {
    expect(readSettings(ENVIRONMENT)).toEqual({
      table: 'tinh-gon',
      tenant: 'khanh-hoa',
      region: 'ap-southeast-1',
      origin: 'https://tinhgon.example',
      identity: { issuer: 'https://dang-nhap.example', clientId: 'tinh-gon' },
      sessionSecret: { id: 'arn:secret' },
    });
  });

  it.each(['TABLE', 'TENANT', 'AWS_REGION', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_ORIGIN', 'SESSION_SECRET_ID'])(
    'without %s are refused by its name',
    (name) => {
      expect(() => readSettings({ ...ENVIRONMENT, [name]: '' })).toThrow(SettingsError);
      expect(() => readSettings({ ...ENVIRONMENT, [name]: undefined })).toThrow(new RegExp(`^Missing or wrong.*\\n${name}: `));
    },
  );

  it('name everything that is wrong at once', () => {
    expect(() => readSettings({})).toThrow(/TABLE[^]*TENANT[^]*OIDC_ISSUER[^]*PUBLIC_ORIGIN/);
  });

  it('take a secret of their own, but not a short one', () => {
    expect(readSettings({ ...ENVIRONMENT, SESSION_SECRET: 'x'.repeat(32) }).sessionSecret).toEqual({ value: 'x'.repeat(32) });
    expect(() => readSettings({ ...ENVIRONMENT, SESSION_SECRET: 'ngắn' })).toThrow(/SESSION_SECRET: /);
  });

  it('send no session cookie over plain http, except on this machine', () => {
    expect(() => readSettings({ ...ENVIRONMENT, PUBLIC_ORIGIN: 'http://tinhgon.example' })).toThrow(/PUBLIC_ORIGIN: /);
    expect(readSettings({ ...ENVIRONMENT, PUBLIC_ORIGIN: 'http://127.0.0.1:3000' }).origin).toBe('http://127.0.0.1:3000');
  });
});
