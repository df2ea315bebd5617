// "Lees voor": the device reads the page aloud. Only offered where it has a Dutch voice.
export function offerReading() {
  const button = document.querySelector("[data-read-aloud]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;

  const language = document.documentElement.lang || "nl";
  const voice = () => speech.getVoices().find((one) => one.lang.startsWith(language));
  const offer = () => { button.hidden = !voice(); };

  button.addEventListener("click", () => {
    if (speech.speaking) return speech.cancel();
    const words = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
    words.voice = voice();
    words.lang = words.voice.lang;
    speech.speak(words);
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}
