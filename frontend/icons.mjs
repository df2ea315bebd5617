// Makes one sprite of the icons we use: static/dist/icons.svg, one <symbol> per name;
// and puts our own shield beside it, for the tab of the browser.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const NAMES = `
  house-door files shop envelope person-circle people person-plus person-badge
  question-circle box-arrow-right telephone geo-alt volume-up stop-circle translate globe2
  check-lg check-circle-fill exclamation-lg exclamation-circle-fill exclamation-triangle-fill
  info-circle-fill clock clock-history hourglass-split bell flag star
  arrow-left arrow-right chevron-left chevron-right chevron-down chevron-up plus-lg x-lg
  search sliders pencil trash gear key eye lock shield-check link-45deg
  cloud-arrow-up upload download camera image paperclip printer file-earmark-text
  calendar-event calendar-check chat-left-text megaphone list-check building
  wallet2 cash-coin bank credit-card bar-chart cart basket gift truck qr-code box-seam
  bicycle backpack book laptop music-note-beamed ticket-perforated lightbulb water dribbble
  heart phone circle
`;

const source = new URL("./node_modules/bootstrap-icons/icons/", import.meta.url);
const target = new URL("../static/dist/", import.meta.url);

function symbol(name) {
  const svg = readFileSync(new URL(`${name}.svg`, source), "utf8");
  const [, body] = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  return `<symbol id="${name}" viewBox="0 0 16 16">${body.replace(/\s*\n\s*/g, "")}</symbol>`;
}

const symbols = NAMES.trim().split(/\s+/).map(symbol);
mkdirSync(target, { recursive: true });
writeFileSync(
  new URL("icons.svg", target),
  `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">${symbols.join("")}</svg>\n`,
);
copyFileSync(new URL("./src/img/icon.svg", import.meta.url), new URL("icon.svg", target));
