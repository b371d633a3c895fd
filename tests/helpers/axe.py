"""axe-core on a page in a browser: what keeps people with a disability from using the page."""

from importlib.resources import files

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# Contrast takes most of the time of axe, up to a second for each hundred texts. Texts that look the
# same on grounds that look the same have the same contrast, so the longest of them stands for all.
_RUN = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const paint = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight",
    "textShadow", "filter", "mixBlendMode", "position", "clip", "clipPath", "overflow"];
  const numbers = new Map(), looks = new Map(), longest = new Map();
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const look = [looks.get(element.parentElement), element.localName, element.className,
      element.matches(":disabled, [aria-disabled=true]"), element.control?.disabled,
      ...paint.map((property) => style[property])].join("\\n");
    if (!numbers.has(look)) numbers.set(look, numbers.size);
    const number = numbers.get(look);
    looks.set(element, number);
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const length = `${texts.map((node) => node.data).join("")}${element.value ?? ""}`.trim().length;
    if ((length || element.placeholder) && element.checkVisibility()
        && !(longest.get(number)?.length >= length)) longest.set(number, { element, length });
  }
  const options = { resultTypes: ["violations"], preload: false };
  const { violations } = await axe.run(
    { ...options, rules: { "color-contrast": { enabled: false } } });
  const include = [...longest.values()].map(({ element }) => element);
  if (include.length) violations.push(
    ...(await axe.run({ include }, { ...options, runOnly: ["color-contrast"] })).violations);
  return violations;
}"""


def find_violations(page):
    """Return each violation that axe finds, with all details open, and its first three elements."""
    # Evaluated, as the page blocks scripts.
    page.evaluate(_AXE)
    rows = page.evaluate(_RUN)
    return [(row["id"], [node["html"] for node in row["nodes"][:3]]) for row in rows]
