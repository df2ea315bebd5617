// A passkey: the browser makes or shows one, and its form is sent with the answer in it.
// Without script, or in a browser without passkeys, the form says what else can be done.
const PARTS = {
  create: { challenge: bytes, user: withId, excludeCredentials: each },
  get: { challenge: bytes, allowCredentials: each },
};
const ANSWERS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

export function offerPasskeys(part) {
  if (!window.PublicKeyCredential) return;
  for (const form of part.querySelectorAll("form[data-passkey]")) offer(form);
}

function offer(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  form.querySelector("[data-passkey-without]").hidden = true;
  form.querySelector("[data-passkey-with]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
    } catch { // stopped, too late, or this device has one already: the page says so
      failed.hidden = false;
      return;
    }
    form.submit();
  });
}

async function ask(form) {
  const way = form.dataset.passkey;
  const publicKey = { ...JSON.parse(form.querySelector("script").textContent).publicKey };
  for (const [name, open] of Object.entries(PARTS[way])) {
    if (publicKey[name]) publicKey[name] = open(publicKey[name]);
  }
  return plain(await navigator.credentials[way]({ publicKey }));
}

function plain(credential) {
  const { id, type, rawId, response } = credential;
  const given = ANSWERS.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return {
    id, type, rawId: text(rawId),
    response: Object.fromEntries(given),
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

// base64url (RFC 4648, 5), as the options and the answer are written
function bytes(written) {
  const binary = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function withId(one) {
  return { ...one, id: bytes(one.id) };
}

function each(many) {
  return many.map(withId);
}
