import { describe, expect, test } from 'vitest';
import { Register } from '#procedures/registers/register.ts';
import { findDataItem, REGISTERS } from '#procedures/registers/registers.ts';

describe('the registers', () => {
  test('are valid, each register and each of its items named once', () => {
    expect(REGISTERS.map((register) => Register.parse(register))).toEqual(REGISTERS);
    expect(new Set(REGISTERS.map((register) => register.id)).size).toBe(REGISTERS.length);
    for (const { items } of REGISTERS) expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  test('the population database holds the 26 items of the Law on Identification 2023, Article 9', () => {
    const population = REGISTERS.find((register) => register.id === 'population');
    expect([...new Set(population?.items.map((item) => item.number))]).toEqual(Array.from({ length: 26 }, (_, index) => `${index + 1}`));
    expect(population?.items[3]?.name).toBe('Ngày, tháng, năm sinh');
  });

  test('none is connected until the office says so', () => {
    expect(REGISTERS.filter((register) => register.connectedSince !== undefined)).toEqual([]);
  });

  test('a reference finds register and item', () => {
    const found = findDataItem(REGISTERS, 'population/16');
    expect([found?.register.name, found?.item.name]).toEqual(['Cơ sở dữ liệu quốc gia về dân cư', 'Nơi thường trú']);
  });

  test.each(['population/27', 'tax/1', 'population', ''])('%j names nothing', (reference) => {
    expect(findDataItem(REGISTERS, reference)).toBeUndefined();
  });
});
