// Only these parts of the charting library are shipped.
export { barX, cell, dot, line, plot, ruleX, ruleY, stackX, text } from '@observablehq/plot';
