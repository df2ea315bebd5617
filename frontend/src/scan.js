// The till: read the code with the camera, where the browser can. Typing always works.
export async function offerScanning(part) {
  const boxes = [...part.querySelectorAll("[data-scan]:not([data-ready])")];
  for (const box of boxes) box.dataset.ready = "yes";
  if (!boxes.length || !(await canRead())) return;
  for (const box of boxes) {
    box.hidden = false;
    box.querySelector("[data-scan-start]").addEventListener("click", () => scan(box));
  }
}

async function canRead() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return false;
  const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code");
}

async function scan(box) {
  const part = (name) => box.querySelector(`[data-scan-${name}]`);
  const video = box.querySelector("video");
  const field = document.getElementById(box.dataset.scan);
  const show = (scanning) => {
    part("start").hidden = scanning;
    part("stop").hidden = video.hidden = !scanning;
  };
  let camera;
  part("failed").hidden = true;
  show(true);
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = camera;
    await video.play();
    const code = await firstCode(video, part("stop").querySelector("button"));
    if (code) {
      field.value = code;
      field.form.requestSubmit();
    }
  } catch { // no camera, or no permission
    part("failed").hidden = false;
    field.focus();
  } finally {
    camera?.getTracks().forEach((track) => track.stop());
    show(false);
  }
}

function firstCode(video, stop) {
  const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
  return new Promise((found) => {
    let stopped = false;
    stop.addEventListener("click", () => { stopped = true; found(""); }, { once: true });
    const look = async () => {
      if (stopped) return;
      const [code] = await detector.detect(video).catch(() => []);
      code ? found(code.rawValue) : requestAnimationFrame(look);
    };
    look();
  });
}
