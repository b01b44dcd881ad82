import {
  type ArmPersonView,
  type ArmRole,
  type ArmView,
  armRoles,
  isPlainDate,
  renderProblem,
} from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { IfMay } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { DayField } from "./day-field.js";
import { Refusal, useSaving } from "./saving.js";
import { StatusMark, Tag } from "./status-mark.js";
import { useToday } from "./use-today.js";

/** Who of the business holds which post since when, whether a director is required and why. */
export function ArmPeople({ arm }: { arm: ArmView }) {
  const { t, name, locale } = useText();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<ArmPersonView>();
  const { required, clause, reason } = arm.director;
  return (
    <>
      <div className="row wrap mb8">
        {arm.gap === null ? (
          arm.active && <StatusMark tone="ok">{t("arm.complete")}</StatusMark>
        ) : (
          <StatusMark tone="at-risk">
            <span className="wrap-text">{renderProblem(arm.gap, locale)}</span>
          </StatusMark>
        )}
      </div>
      <p className={required === null ? "amber sm mb8" : "t2 sm mb8"}>
        {renderProblem(reason, locale)}{" "}
        {clause !== null && <Tag tone="plain">{t("arm.clause", { clause })}</Tag>}
      </p>
      <ul className="mini">
        {arm.people.map((person) => (
          <li key={`${person.role} ${person.person} ${person.from}`}>
            <span>
              <span className="t2">{name("arm-role", person.role)}</span> <b>{person.name}</b>
              <small className="t3">
                {t("common.since", { date: person.from })} {person.mobile ?? ""}
              </small>
            </span>
            <IfMay operation="arm.endPost">
              <Button size="small" onClick={() => setEnding(person)}>
                {t("arm.end")}
              </Button>
            </IfMay>
          </li>
        ))}
        {arm.people.length === 0 && <li className="t3">{t("arm.nobody")}</li>}
        {arm.former.map((person) => (
          <li key={`former ${person.role} ${person.person} ${person.from}`} className="t3">
            <span>
              {t("arm.former")} {name("arm-role", person.role)} {person.name}
            </span>
            <span className="nw">
              {person.from} – {person.to}
            </span>
          </li>
        ))}
      </ul>
      <IfMay operation="arm.appoint">
        <Button className="mt8" onClick={() => setAppointing(true)}>
          {t("arm.add")}
        </Button>
      </IfMay>
      {appointing && <Appoint arm={arm} onClose={() => setAppointing(false)} />}
      {ending !== undefined && <EndPost arm={arm} person={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

type Draft = { role: ArmRole; name: string; mobile?: string; from?: string };

function Appoint({ arm, onClose }: { arm: ArmView; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const save = useMutation(trpc.arm.appoint.mutationOptions(saving(t("arm.appointed"), onClose)));
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("arm.add")}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: "officer", from: today }}
        onFinish={({ role, name: who, mobile = "", from = today }) => {
          if (isPlainDate(from))
            save.mutate({
              txId: createTxId(),
              establishment: arm.establishment,
              role,
              name: who,
              mobile: mobile.trim() === "" ? null : mobile,
              from,
            });
        }}
      >
        <Form.Item name="role" label={t("arm.role")} rules={[{ required: true }]}>
          <Select options={armRoles.map((value) => ({ value, label: name("arm-role", value) }))} />
        </Form.Item>
        <Form.Item name="name" label={t("arm.name")} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="mobile" label={t("arm.mobile")}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
        <Form.Item
          name="from"
          label={t("arm.since")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <DayField />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function EndPost({ arm, person, onClose }: { arm: ArmView; person: ArmPersonView; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const [to, setTo] = useState<string | undefined>(today);
  const save = useMutation(trpc.arm.endPost.mutationOptions(saving(t("arm.ended"), onClose)));
  return (
    <Modal
      open
      title={`${t("arm.end")}：${name("arm-role", person.role)} ${person.name}`}
      onCancel={onClose}
      okText={t("arm.end")}
      okButtonProps={{ danger: true, loading: save.isPending }}
      onOk={() => {
        if (to !== undefined && isPlainDate(to))
          save.mutate({
            txId: createTxId(),
            establishment: arm.establishment,
            person: person.person,
            role: person.role,
            to,
          });
      }}
    >
      <Refusal error={save.error} />
      <span className="t2">{t("arm.end-day")}</span>{" "}
      <DayField value={to} onChange={setTo} label={t("arm.end-day")} />
    </Modal>
  );
}
