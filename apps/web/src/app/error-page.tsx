import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Card } from "../components/card.js";
import { Blank } from "../components/notice.js";
import { useText } from "../text/use-text.js";

/** A page that failed: the rest of the product stays usable. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useText();
  return (
    <Card>
      <Blank
        icon="warning"
        tone="err"
        title={t("state.error-page")}
        hint={t("state.error-page-hint")}
        actions={
          <>
            <Button type="primary" onClick={reset}>
              {t("state.retry")}
            </Button>
            <Link to="/" className="btn text">
              {t("state.home")}
            </Link>
          </>
        }
        note={<span className="code">{String(error).slice(0, 160)}</span>}
      />
    </Card>
  );
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useText();
  return (
    <Card>
      <Blank
        icon="search"
        title={t("state.not-found")}
        hint={t("state.not-found-hint")}
        actions={
          <Link to="/" className="btn pri">
            {t("state.home")}
          </Link>
        }
      />
    </Card>
  );
}

/** An address that the person may not open: nothing is asked of the server, and why is said. */
export function ClosedPage() {
  const { t } = useText();
  return (
    <Card>
      <Blank
        icon="shield"
        title={t("state.closed")}
        hint={t("state.closed-hint")}
        actions={
          <Link to="/" className="btn pri">
            {t("state.begin")}
          </Link>
        }
      />
    </Card>
  );
}
