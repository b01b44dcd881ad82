import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

/** Starts a chart that draws SVG: sharp on every screen, printable. */
export const startChart = (element: HTMLElement) => init(element, undefined, { renderer: "svg" });
