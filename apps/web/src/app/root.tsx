import { Gate } from "../session/gate.js";
import { Shell } from "./shell.js";

/** Every page stands in the frame, and the frame behind the gate. */
export const Root = () => (
  <Gate>
    <Shell />
  </Gate>
);
