import { toPlainDate, type UnitRow } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { Drawer } from "../../components/drawer.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { UnitSelect } from "../../components/unit-select.js";
import { useToday } from "../../components/use-today.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { isGroupKind, UnitForm } from "./unit-form.js";

/** One unit beside the list: what it is, who belongs to it, and what may be done. */
export function UnitDrawer({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const { t, name } = useText();
  const today = useToday();
  const [doing, setDoing] = useState<"change" | "members" | "end">();
  const close = () => setDoing(undefined);
  const ended = unit.to !== null && unit.to <= today;
  return (
    <Drawer
      label={unit.name}
      onClose={onClose}
      head={
        <>
          <h2 className="dr-t">{unit.name}</h2>
          <div className="t3 sm">{name("unit-kind", unit.kind)}</div>
        </>
      }
      footer={
        !ended && (
          <span className="row wrap r">
            <IfMay operation="unit.end">
              <button type="button" className="btn" onClick={() => setDoing("end")}>
                {t("units.end")}
              </button>
            </IfMay>
            {isGroupKind(unit.kind) && (
              <IfMay operation="unit.setMembers">
                <button type="button" className="btn" onClick={() => setDoing("members")}>
                  {t("units.set-members")}
                </button>
              </IfMay>
            )}
            <IfMay operation="unit.change">
              <button type="button" className="btn pri" onClick={() => setDoing("change")}>
                {t("units.change")}
              </button>
            </IfMay>
          </span>
        )
      }
    >
      <dl className="dl">
        <dt>{t("people.where")}</dt>
        <dd>{unit.territoryName ?? t("common.none")}</dd>
        <dt>{t("people.days")}</dt>
        <dd>
          {unit.to === null
            ? t("account.from", { from: unit.from })
            : t("account.from-to", { from: unit.from, to: unit.to })}
        </dd>
        {isGroupKind(unit.kind) && (
          <>
            <dt>{t("units.lead")}</dt>
            <dd>{unit.leadUnitName ?? t("common.none")}</dd>
          </>
        )}
      </dl>
      {isGroupKind(unit.kind) && (
        <>
          <h3 className="sec-t mt16">{t("units.members-n", { n: unit.members.length })}</h3>
          {unit.members.length === 0 ? (
            <p className="t3">{t("units.no-members")}</p>
          ) : (
            <ul className="mini">
              {unit.members.map((member) => (
                <li key={member.unit}>
                  <span>{member.name}</span>
                  <span className="t3 nw">{t("account.from", { from: member.from })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {doing === "change" && <UnitForm unit={unit} onClose={close} />}
      {doing === "members" && <SetMembers unit={unit} onClose={close} />}
      {doing === "end" && <EndUnit unit={unit} onClose={close} />}
    </Drawer>
  );
}

function SetMembers({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const [form] = Form.useForm<{ members: string[]; from: string }>();
  const set = useMutation(trpc.unit.setMembers.mutationOptions(saving(t("units.members-set"), onClose)));
  return (
    <Modal
      open
      title={t("units.members-of", { name: unit.name })}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: set.isPending }}
      onOk={() => form.submit()}
    >
      <p className="t3 sm mb12">{t("units.members-hint")}</p>
      <Refusal error={set.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ members: unit.members.map((member) => member.unit), from: today }}
        onFinish={({ members, from }) =>
          set.mutate({
            txId: createTxId(),
            id: unit.id,
            version: unit.version,
            members,
            from: toPlainDate(from),
          })
        }
      >
        <Form.Item name="members" label={t("units.members")}>
          <UnitSelect
            multiple
            known={unit.members.map((member) => ({ id: member.unit, name: member.name }))}
          />
        </Form.Item>
        <Form.Item
          name="from"
          label={t("people.first-day")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <DayField />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function EndUnit({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const end = useMutation(trpc.unit.end.mutationOptions(saving(t("units.ended"), onClose)));
  return (
    <ReasonModal
      title={t("units.end-of", { name: unit.name })}
      hint={t("units.end-hint")}
      action={t("units.end")}
      danger
      day={{ label: t("units.last-day"), at: today }}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={({ reason, day }) =>
        end.mutate({
          txId: createTxId(),
          id: unit.id,
          version: unit.version,
          reason,
          to: toPlainDate(day ?? today),
        })
      }
    />
  );
}
