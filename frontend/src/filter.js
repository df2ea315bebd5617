// The filter of the shop stands open beside the products; on a phone it starts closed.
export function closeFilterOnPhones() {
  if (window.matchMedia("(min-width: 64em)").matches) return;
  for (const filter of document.querySelectorAll("details.mo-filter")) filter.open = false;
}
