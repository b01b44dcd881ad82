import { type ArmView, isPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { IfMay } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { DayField } from "./day-field.js";
import { RateText } from "./figures.js";
import { Refusal, useSaving } from "./saving.js";
import { useToday } from "./use-today.js";

/** Hours of the year of each director and officer against what is required, and what they were for. */
export function ArmTraining({ arm }: { arm: ArmView }) {
  const { t, clauses } = useText();
  const [adding, setAdding] = useState(false);
  const { training, people } = arm;
  const trained = [
    ...new Map(
      people.filter(({ hours }) => hours !== null).map((person) => [person.person, person]),
    ).values(),
  ];
  return (
    <>
      <p className="t2 sm mb8">
        <RateText rate={training.rate} />{" "}
        {training.rate.of > 0 && t("arm.training-rate", { ...training.rate, hours: training.required })}
      </p>
      <ul className="mini">
        {trained.map(({ person, name, hours }) => (
          <li key={person}>
            <b>{name}</b>
            <span className="nw">
              {t("arm.hours", { n: hours ?? 0 })}{" "}
              {(hours ?? 0) < training.required && (
                <span className="t3">{t("arm.training-short", { n: training.required - (hours ?? 0) })}</span>
              )}
            </span>
          </li>
        ))}
        {training.rows.slice(0, 8).map((row) => (
          <li key={row.id} className="t3">
            <span>{clauses(row.topic, row.organiser, row.name)}</span>
            <span className="nw">
              {row.on} {t("arm.hours", { n: row.hours })}
            </span>
          </li>
        ))}
      </ul>
      {trained.length > 0 && (
        <IfMay operation="arm.addTraining">
          <Button className="mt8" onClick={() => setAdding(true)}>
            {t("arm.add-training")}
          </Button>
        </IfMay>
      )}
      {adding && <AddTraining arm={arm} people={trained} onClose={() => setAdding(false)} />}
    </>
  );
}

type Draft = { person: string; on?: string; hours: number; topic: string; organiser?: string };

function AddTraining({
  arm,
  people,
  onClose,
}: {
  arm: ArmView;
  people: readonly { person: string; name: string }[];
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const save = useMutation(trpc.arm.addTraining.mutationOptions(saving(t("arm.trained"), onClose)));
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("arm.add-training")}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          on: today,
          hours: 2,
          ...(people[0] === undefined ? {} : { person: people[0].person }),
        }}
        onFinish={({ person, on = today, hours, topic, organiser = "" }) => {
          if (isPlainDate(on))
            save.mutate({
              txId: createTxId(),
              establishment: arm.establishment,
              person,
              on,
              hours,
              topic,
              organiser,
            });
        }}
      >
        <Form.Item name="person" label={t("arm.who")} rules={required}>
          <Select options={people.map(({ person, name }) => ({ value: person, label: name }))} />
        </Form.Item>
        <Form.Item name="on" label={t("arm.training-on")} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="hours" label={t("arm.training-hours")} rules={required}>
          <InputNumber min={0.25} max={24} step={0.25} />
        </Form.Item>
        <Form.Item name="topic" label={t("arm.topic")} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="organiser" label={t("arm.organiser")}>
          <Input maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
