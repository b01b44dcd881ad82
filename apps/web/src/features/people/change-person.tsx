import type { PersonDetail } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type PersonDraft, PersonFields, textOrNull } from "./person-fields.js";

/** Corrects name, unit and phones; a mobile number left empty stays as it is, since it is only shown masked. */
export function ChangePerson({ detail, onClose }: { detail: PersonDetail; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<PersonDraft>();
  const { person } = detail;
  const change = useMutation(trpc.people.change.mutationOptions(saving(t("people.changed"), onClose)));
  return (
    <Modal
      open
      title={t("people.change-of", { name: person.name })}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: change.isPending }}
      onOk={() => form.submit()}
    >
      <Refusal error={change.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          name: person.name,
          unit: person.unit?.id ?? null,
          officePhone: detail.officePhone ?? "",
          mobile: "",
        }}
        onFinish={(draft) => {
          const mobile = textOrNull(draft.mobile);
          change.mutate({
            txId: createTxId(),
            id: person.id,
            version: person.version,
            name: draft.name.trim(),
            unit: draft.unit,
            officePhone: textOrNull(draft.officePhone),
            ...(mobile === null ? {} : { mobile }),
          });
        }}
      >
        <PersonFields
          unit={person.unit}
          mobileHint={detail.mobile === null ? "" : t("people.mobile-kept", { mobile: detail.mobile })}
        />
      </Form>
    </Modal>
  );
}
