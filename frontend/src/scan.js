// The till: read the code with the camera, where the browser can. Typing always works.
export function offerScanning(part) {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  for (const box of part.querySelectorAll("[data-scan]")) {
    box.hidden = false;
    box.querySelector("button").addEventListener("click", () => scan(box));
  }
}

async function scan(box) {
  const video = box.querySelector("video");
  const field = document.getElementById(box.dataset.scan);
  const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = camera;
  video.hidden = false;
  await video.play();
  const code = await firstCode(detector, video);
  camera.getTracks().forEach((track) => track.stop());
  field.value = code;
  field.form.requestSubmit();
}

function firstCode(detector, video) {
  return new Promise((found) => {
    const look = async () => {
      const [code] = await detector.detect(video).catch(() => []);
      code ? found(code.rawValue) : requestAnimationFrame(look);
    };
    look();
  });
}
