import { describe, expect, it } from "vitest";
import {
  findRegisterField,
  isReasonHeader,
  listKnownHeaders,
  listTemplateHeaders,
  normaliseHeader,
  type RegisterField,
  reasonHeaders,
  registerColumns,
  registerFields,
} from "./import-columns.js";

describe("headers", () => {
  it.each<[string, RegisterField | undefined]>([
    ["统一社会信用代码", "creditCode"],
    ["*统一社会信用代码（18 位）", "creditCode"],
    ["信用代码", "creditCode"],
    ["uscc", "creditCode"],
    ["USCC", "creditCode"],
    ["credit code", "creditCode"],
    ["Credit_Code", "creditCode"],
    ["creditCode", "creditCode"],
    ["许可证编号", "licenceNumber"],
    ["License No.", "licenceNumber"],
    ["主体名称", "name"],
    ["企业名称", "name"],
    ["单位名称", "name"],
    ["名称", "name"],
    ["ｎａｍｅ", "name"],
    ["业态", "form"],
    ["规模", "size"],
    ["就餐人数", "diners"],
    ["关注标记", "attention"],
    ["省", "province"],
    ["市", "city"],
    ["区县", "county"],
    ["县（市、区）", "county"],
    ["街道（乡镇）", "township"],
    ["街道(乡镇)", "township"],
    ["社区（村）", "village"],
    ["网格", "grid"],
    ["所在地代码", "placeCode"],
    ["区划代码", "placeCode"],
    ["属地代码", "placeCode"],
    ["地　址", "address"],
    ["成立日期", "openedOn"],
    ["开业日期：", "openedOn"],
    ["registered_on", "openedOn"],
    ["发证日期", "licenceIssuedOn"],
    ["有效期至", "licenceExpiresOn"],
    ["负责人", "personInCharge"],
    ["食品安全总监", "foodSafetyDirector"],
    ["食品安全员", "foodSafetyOfficers"],
    ["状态", "state"],
    ["type", undefined],
    ["备注", undefined],
    ["", undefined],
  ])("%s is the field %s", (header, field) => {
    expect(findRegisterField(header)).toBe(field);
  });

  it("every name of every field finds its own field, so none stands for two", () => {
    for (const field of registerFields) {
      for (const name of [field, ...registerColumns[field]["zh-CN"], ...registerColumns[field].en]) {
        expect([name, findRegisterField(name)]).toEqual([name, field]);
      }
    }
    expect(listKnownHeaders().length).toBeGreaterThan(150);
  });

  it("the template has one header for each field, in both languages", () => {
    expect(listTemplateHeaders("zh-CN").map(findRegisterField)).toEqual([...registerFields]);
    expect(listTemplateHeaders("en").map(findRegisterField)).toEqual([...registerFields]);
    expect(listTemplateHeaders("zh-CN").slice(0, 3)).toEqual(["主体名称", "统一社会信用代码", "许可证编号"]);
  });

  it.each([
    ["（备注）", "(备注)"],
    [" A-B_c: ", "abc"],
    ["“名 称”", "名称"],
    ["开业日期\n(必填)", "开业日期"],
  ])("%j compares as %j", (header, plain) => {
    expect(normaliseHeader(header)).toBe(plain);
  });

  it("the error file's column is a reason column in both languages", () => {
    expect(Object.values(reasonHeaders)).toEqual(["原因", "Reason"]);
    expect(Object.values(reasonHeaders).every(isReasonHeader)).toBe(true);
  });

  it.each([
    ["原因", true],
    ["退回原因", true],
    ["错误原因", true],
    ["Reason", true],
    [" 原 因 ", true],
    ["原因说明", false],
    ["状态", false],
  ])("%s is a reason column: %s", (header, isReason) => {
    expect(isReasonHeader(header)).toBe(isReason);
  });
});
