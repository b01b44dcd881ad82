import "./theme/index.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.js";
import { readLocale } from "./text/locale.js";
import { startText } from "./text/start-text.js";
import { startAppearance } from "./theme/appearance.js";

startAppearance();
await startText(readLocale());

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(<App />);
