"""Texts that come from elsewhere, and files that leave the page."""

from io import BytesIO

from justhtml import JustHTML

from plainlint.core.errors import PlainlintError


def convert_html(html: str) -> str:
    """Return the Markdown of HTML, such as what a browser or Word puts on the clipboard."""
    return f"{JustHTML(html).to_markdown().strip()}\n"


def convert_word_file(data: bytes) -> str:
    """Return the Markdown of a Word file (.docx).

    Raises:
        PlainlintError: it is not a Word file, or the package that reads it is missing.
    """
    try:
        import mammoth
    except ImportError as error:
        message = "Word files need one more package: pip install 'plainlint[serve]'"
        raise PlainlintError(message) from error
    try:
        html = mammoth.convert_to_html(BytesIO(data), convert_image=_leave_out_image).value
    except Exception as error:
        # The file is a stranger's, and the library says what is wrong with it in many ways.
        raise PlainlintError("This is not a Word file that can be read (.docx).") from error
    return convert_html(html)


def _leave_out_image(_image: object) -> list[object]:
    """Leave out a picture: its data would fill the text."""
    return []
