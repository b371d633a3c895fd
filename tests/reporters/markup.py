"""Read HTML back in tests: its elements in order, and whether they are well nested."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link"}


class Markup(HTMLParser):
    """A parsed HTML document; `elements` are (tag, attributes), and bad nesting is an error."""

    def __init__(self, text):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(str(text))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def values(self, name):
        """Return the values of an attribute, in the order of the elements."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]
