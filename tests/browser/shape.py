"""The shape of a page: what axe judges of it, without its words."""

from playwright.sync_api import Page

PARTS = """() => {
    const POINTS = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
    // A field named "children" stands in the way of the children of its form.
    const children = (one) => [...Object.getOwnPropertyDescriptor(
        Element.prototype, "children").get.call(one)];
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    const known = new Set(ids);
    const is_lost = (one, name) =>
        one.hasAttribute(name) && one.getAttribute(name).split(" ").some((id) => !known.has(id));
    const kind = (one) => [
        one.localName,
        ...["class", "role", "type"].map((name) => one.getAttribute(name)),
    ].join(" ");
    const own = (one) => [
        kind(one),
        one.getAttributeNames().sort(),
        POINTS.filter((name) => is_lost(one, name)),
        one.labels ? one.labels.length : "",
        [...one.childNodes].some((each) => each.nodeType === 3 && each.data.trim()),
    ].join(" ");
    const whole = (one) => {
        const within = children(one).map(whole);
        const other = within.filter((each, place) => each !== within[place - 1]);
        return `${own(one)}(${other.join()})`;
    };
    const parts = (one, where) => one.querySelectorAll("*").length <= 30
        ? [where + whole(one)]
        : [where + own(one),
            ...children(one).flatMap((each) => parts(each, `${where}${kind(one)}>`))];
    const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")];
    const names = headings.map((each) => each.localName);
    const outline = names.map((each, place) => `${names[place - 1]} before ${each}`);
    const root = document.documentElement;
    const looks = [...document.querySelectorAll("link[rel=stylesheet]")].map((one) => one.href);
    const page = [root.dir, ...looks, `twice ${ids.length - known.size}`];
    return [...outline, page.join(" "), ...parts(root, "")];
}"""


def parts_of(page: Page) -> set[str]:
    """Every part and where it stands: small ones whole, of a large one each part within.

    With it go the order of its headings, what has no label or no words, what points at nothing, and
    the direction and the colours of the page.
    """
    return set(page.evaluate(PARTS))
