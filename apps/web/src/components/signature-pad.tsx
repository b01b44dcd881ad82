import { type Strokes, signatureHeight, signatureWidth, toSignaturePath } from "@shian/domain";
import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { useText } from "../text/use-text.js";

type Point = Strokes[number][number];

/** Nearer than this to the last point says nothing more about the line. */
const NEAR = 4;
const MOST_POINTS = 600;
const MOST_STROKES = 80;

/** A field to sign in with finger, pen or mouse; what is drawn is numbers, never a picture. */
export function SignaturePad({
  strokes,
  onChange,
}: {
  strokes: Strokes;
  onChange: (strokes: Strokes) => void;
}) {
  const { t } = useText();
  const [drawing, setDrawing] = useState<Strokes[number]>();
  // State is a frame late; two moves may come in one.
  const current = useRef<Strokes[number]>(undefined);
  const toPoint = (event: ReactPointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (share: number, most: number) => Math.min(most, Math.max(0, Math.round(share * most)));
    return [
      within((event.clientX - box.left) / box.width, signatureWidth),
      within((event.clientY - box.top) / box.height, signatureHeight),
    ];
  };
  const set = (stroke: Strokes[number] | undefined) => {
    current.current = stroke;
    setDrawing(stroke);
  };
  const end = () => {
    const stroke = current.current;
    if (stroke === undefined) return;
    set(undefined);
    if (strokes.length < MOST_STROKES) onChange([...strokes, stroke]);
  };
  return (
    <div className="pad">
      <svg
        viewBox={`0 0 ${signatureWidth} ${signatureHeight}`}
        role="img"
        aria-label={t("sign.draw")}
        data-testid="pad"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          set([toPoint(event)]);
        }}
        onPointerMove={(event) => {
          const stroke = current.current;
          const last = stroke?.at(-1);
          if (stroke === undefined || last === undefined || stroke.length >= MOST_POINTS) return;
          const point = toPoint(event);
          if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) set([...stroke, point]);
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={toSignaturePath(drawing === undefined ? strokes : [...strokes, drawing])} />
      </svg>
      {strokes.length === 0 && drawing === undefined && <span className="hint">{t("sign.draw-here")}</span>}
      {strokes.length > 0 && (
        <button type="button" className="link" onClick={() => onChange([])}>
          {t("sign.again")}
        </button>
      )}
      <small>{t("sign.after")}</small>
    </div>
  );
}

/** A signature that was drawn, as it was drawn. */
export function SignatureImage({ strokes, label }: { strokes: Strokes; label: string }) {
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${signatureWidth} ${signatureHeight}`}
      role="img"
      aria-label={label}
    >
      <path d={toSignaturePath(strokes)} />
    </svg>
  );
}
