// After choosing a file: show its name and a small picture, and a button to remove it.
export function showChosenFiles(part) {
  for (const box of part.querySelectorAll("[data-drop]")) {
    const input = box.querySelector("input[type=file]");
    const preview = box.querySelector("[data-drop-preview]");
    if (!input || !preview || box.dataset.ready) continue;
    box.dataset.ready = "yes";
    const name = preview.querySelector("[data-drop-name]");
    const picture = preview.querySelector("img");

    const show = () => {
      const file = input.files[0];
      preview.hidden = !file;
      if (!file) return;
      name.textContent = [...input.files].map((each) => each.name).join(", ");
      picture.hidden = !file.type.startsWith("image/");
      if (picture.hidden) return;
      const reader = new FileReader();
      reader.addEventListener("load", () => { picture.src = reader.result; });
      reader.readAsDataURL(file);
    };

    input.addEventListener("change", show);
    preview.querySelector("button").addEventListener("click", () => {
      input.value = "";
      show();
      input.focus();
    });
  }
}
