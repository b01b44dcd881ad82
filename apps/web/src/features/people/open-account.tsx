import { type PersonKind, personKinds, Username } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Segmented } from "antd";
import { OnceLinks } from "../../components/once-links.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type PersonDraft, PersonFields, textOrNull } from "./person-fields.js";

type Draft = PersonDraft & { username: string; kind: PersonKind };

/** Opens an account; its owner chooses the password by a link that is shown once. */
export function OpenAccount({ onClose }: { onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const create = useMutation(trpc.people.create.mutationOptions(saving(t("people.opened"))));
  if (create.data !== undefined) {
    const { name: personName } = create.variables;
    return (
      <Modal
        open
        width={640}
        title={t("people.link-of", { name: personName })}
        mask={{ closable: false }}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t("people.link-kept")}
          </Button>
        }
      >
        <OnceLinks links={[{ ...create.data, name: personName }]} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t("people.open-account")}
      onCancel={onClose}
      okText={t("people.open-account")}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
    >
      <p className="t3 sm mb12">{t("people.open-hint")}</p>
      <Refusal error={create.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: "staff", unit: null }}
        onFinish={({ username, kind, ...draft }) =>
          create.mutate({
            txId: createTxId(),
            kind,
            username: username.trim().toLowerCase(),
            name: draft.name.trim(),
            unit: draft.unit,
            officePhone: textOrNull(draft.officePhone),
            mobile: textOrNull(draft.mobile),
          })
        }
      >
        <Form.Item name="kind" label={t("people.kind")} extra={t("people.kind-hint")}>
          <Segmented options={personKinds.map((value) => ({ value, label: name("person-kind", value) }))} />
        </Form.Item>
        <Form.Item
          name="username"
          label={t("people.username")}
          extra={t("people.username-hint")}
          rules={[
            { required: true, message: t("common.required") },
            {
              validator: (_rule, value: string | undefined) =>
                Username.safeParse((value ?? "").trim().toLowerCase()).success
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("people.username-hint"))),
            },
          ]}
        >
          <Input maxLength={32} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <PersonFields unit={null} />
      </Form>
    </Modal>
  );
}
