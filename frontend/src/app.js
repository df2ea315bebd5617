// Everything here makes pages faster or kinder; every page also works without it.
import htmx from "htmx.org/dist/htmx.esm.js";
import { focusErrors } from "./errors.js";
import { showChosenFiles } from "./files.js";
import { closeFilterOnPhones } from "./filter.js";
import { keepLastState } from "./installed.js";
import { stayFresh } from "./live.js";
import { offerPasskeys } from "./passkey.js";
import { offerPush } from "./push.js";
import { offerReading } from "./read-aloud.js";
import { walkThroughRows } from "./rows.js";
import { offerScanning } from "./scan.js";
import { warnBeforeSessionEnds } from "./session.js";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  attributesToSettle: ["class"], // not style: a field that somebody made larger has one
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0, // pages hold personal data: keep none in the browser
  refreshOnHistoryMiss: true,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true },
    { code: "...", swap: false, error: true },
  ],
});

function prepare(part) {
  focusErrors(part);
  showChosenFiles(part);
  offerScanning(part);
  offerPasskeys(part);
}

prepare(document);
closeFilterOnPhones();
offerReading();
offerPush();
warnBeforeSessionEnds();
stayFresh();
walkThroughRows();
keepLastState();
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
