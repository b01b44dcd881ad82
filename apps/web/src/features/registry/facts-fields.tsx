import {
  businessForms,
  coordinateSystems,
  type EstablishmentFacts,
  licenceKinds,
  licenceStates,
  mapBounds,
  sizes,
} from "@shian/domain";
import { Button, Form, Input, InputNumber, Select } from "antd";
import { DayField } from "../../components/day-field.js";
import { FlagSelect } from "../../components/flag-select.js";
import { Icon } from "../../components/icon.js";
import { TerritoryField } from "../../components/territory-field.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";

/** Every fact of an establishment as fields of a form; grid codes are typed, places chosen or typed. */
export function FactsFields() {
  const { t, name: label } = useText();
  const field = useFieldName();
  const text = (name: keyof EstablishmentFacts, required = false) => (
    <Form.Item
      name={name}
      label={field(name)}
      rules={required ? [{ required: true, whitespace: true, message: t("common.required") }] : []}
    >
      <Input allowClear maxLength={name === "name" ? 200 : 300} />
    </Form.Item>
  );
  const words = (name: "form" | "size", list: readonly string[]) => (
    <Form.Item name={name} label={field(name)}>
      <Select allowClear options={list.map((value) => ({ value, label: label(name, value) }))} />
    </Form.Item>
  );
  const day = (name: "openedOn" | "licenceIssuedOn" | "licenceExpiresOn") => (
    <Form.Item name={name} label={field(name)}>
      <DayField />
    </Form.Item>
  );
  const number = (name: "diners" | "employees" | "revenue" | "floorArea", most: number) => (
    <Form.Item name={name} label={field(name)}>
      <InputNumber min={0} max={most} precision={0} style={{ width: "100%" }} />
    </Form.Item>
  );
  const degrees = (name: "latitude" | "longitude") => (
    <Form.Item name={name} label={field(name)}>
      <InputNumber
        min={mapBounds[name][0]}
        max={mapBounds[name][1]}
        precision={6}
        style={{ width: "100%" }}
      />
    </Form.Item>
  );
  return (
    <>
      {text("name", true)}
      {text("creditCode")}
      {text("licenceNumber")}
      {words("form", businessForms)}
      {day("licenceIssuedOn")}
      {day("licenceExpiresOn")}
      <Form.Item name="place" label={t("create.place")}>
        <TerritoryField />
      </Form.Item>
      <Form.Item name="place" label={t("create.grid")} extra={t("create.grid-hint")}>
        <Input allowClear maxLength={20} />
      </Form.Item>
      {text("address")}
      {day("openedOn")}
      {words("size", sizes)}
      {number("employees", 10_000_000)}
      {number("revenue", 100_000_000)}
      {number("floorArea", 10_000_000)}
      {number("diners", 1_000_000)}
      <Form.Item name="attention" label={field("attention")}>
        <FlagSelect />
      </Form.Item>
      {text("personInCharge")}
      {text("foodSafetyDirector")}
      <Form.Item name="foodSafetyOfficers" label={field("foodSafetyOfficers")}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={["、", "，", ",", " "]}
          placeholder={t("correct.officers-hint")}
        />
      </Form.Item>
      {degrees("latitude")}
      {degrees("longitude")}
      <Form.Item name="coordinates" label={field("coordinates")}>
        <Select allowClear options={coordinateSystems.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <LicenceFields />
    </>
  );
}

/** Licences and registrations besides the first, a line each. */
function LicenceFields() {
  const { t, name } = useText();
  const field = useFieldName();
  return (
    <fieldset className="whole lic-fields">
      <legend>{field("furtherLicences")}</legend>
      <Form.List name="furtherLicences">
        {(lines, { add, remove }) => (
          <>
            {lines.map((line) => (
              <div key={line.key} className="lic-line">
                <Form.Item name={[line.name, "kind"]} initialValue="small-catering-registration">
                  <Select
                    aria-label={t("licence.kind")}
                    options={licenceKinds.map((value) => ({ value, label: name("licence", value) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[line.name, "number"]}
                  rules={[{ required: true, whitespace: true, message: t("common.required") }]}
                >
                  <Input maxLength={40} placeholder={t("licence.number")} aria-label={t("licence.number")} />
                </Form.Item>
                <Form.Item name={[line.name, "expiresOn"]}>
                  <DayField label={t("licence.expires")} />
                </Form.Item>
                <Form.Item name={[line.name, "state"]} initialValue="valid">
                  <Select
                    aria-label={t("licence.state")}
                    options={licenceStates.map((value) => ({
                      value,
                      label: name("licence-standing", value),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[line.name, "issuedOn"]}>
                  <DayField label={t("licence.issued")} />
                </Form.Item>
                <Form.Item name={[line.name, "scope"]} className="grow">
                  <Input maxLength={500} placeholder={t("licence.scope")} aria-label={t("licence.scope")} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<Icon name="close" small />}
                  aria-label={t("licence.remove")}
                  onClick={() => remove(line.name)}
                />
              </div>
            ))}
            {lines.length < 20 && (
              <Button size="small" icon={<Icon name="plus" small />} onClick={() => add({})}>
                {t("licence.add")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
