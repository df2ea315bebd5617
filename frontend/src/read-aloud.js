// "Lees voor": the device reads the page aloud. Only offered where it has a voice for the page.
export function offerReading() {
  const button = document.querySelector("[data-read-aloud]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;

  const language = document.documentElement.lang || "nl";
  const voice = (of) => speech.getVoices().find((one) => one.lang.startsWith(of));
  const offer = () => { button.hidden = !voice(language); };

  button.addEventListener("click", () => {
    if (speech.speaking) return speech.cancel();
    for (const part of partsOf(document.querySelector("main"), language)) {
      if (voice(part.language)) speech.speak(said(part.words, voice(part.language)));
    }
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}

function said(words, voice) {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  return utterance;
}

// What can be seen, in order, each part in its own language: Dutch beside Arabic has a voice of its own.
function partsOf(element, language) {
  if (element.checkVisibility?.() === false) return [];
  const own = element.lang || language;
  if (!element.querySelector("[lang]")) return [{ language: own, words: element.innerText }];
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return partsOf(node, own);
    const words = node.nodeType === Node.TEXT_NODE ? node.textContent.trim() : "";
    return words ? [{ language: own, words }] : [];
  });
}
