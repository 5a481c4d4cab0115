import { describe, expect, it } from 'vitest';
import { localSettings } from '#functions/local/local-settings.ts';

describe('settings of one machine', () => {
  it('are port 3000 of the loopback address and the folder .data, unless said otherwise', () => {
    const asIs = { port: 3000, host: '127.0.0.1', origin: 'http://127.0.0.1:3000', dataFolder: '.data', endpoint: undefined };
    expect(localSettings({})).toEqual(asIs);
    expect(localSettings({ PORT: '', HOST: '', DATA_DIR: '', DYNAMODB_ENDPOINT: '' })).toEqual(asIs);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('may name this machine %s', (HOST) => {
    expect(new URL(localSettings({ HOST }).origin).port).toBe('3000');
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'may-chu.so.vn', '127.0.0.1.ke-la.example'])('refuse to open %s to others', (HOST) => {
    expect(() => localSettings({ HOST })).toThrow(`Danh tính minh họa chỉ được dùng trên máy này`);
  });

  it.each(['0', '65536', '-1', '80.5', 'ba nghìn', '0x50'])('refuse %s as a port', (PORT) => {
    expect(() => localSettings({ PORT })).toThrow(`PORT phải là một số từ 1 đến 65535 (đang đặt PORT=${PORT}).`);
  });

  it('refuse a store engine that is no web address', () => {
    expect(() => localSettings({ DYNAMODB_ENDPOINT: 'kho' })).toThrow('DYNAMODB_ENDPOINT phải là một địa chỉ http:// hoặc https://');
  });
});
