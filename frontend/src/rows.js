// In a list of work the arrow keys go from row to row; only there, so that no other key is taken.
export function walkThroughRows() {
  for (const list of document.querySelectorAll("[data-rows]")) {
    list.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("th a")];
      const here = links.indexOf(document.activeElement);
      const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
      if (here < 0 || next === undefined || !links[next]) return;
      event.preventDefault();
      links[next].focus();
    });
  }
}
