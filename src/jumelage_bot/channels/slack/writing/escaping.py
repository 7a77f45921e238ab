"""Write text that Slack formats, so that nothing in it is a token or an entity."""

from urllib.parse import quote, urlsplit

_SAFE_IN_URL = "%:/?#[]@!$&'()*+,;=~"


def escape(text: str) -> str:
    """Return a text that shows as it is: no mention, no link, no alarm of a channel."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(title: str, url: str | None) -> str:
    """Return a title, as a link if its address is one of the web."""
    shown = escape(" ".join(title.split()))
    if url is None or not _is_of_the_web(url):
        return shown
    # A bar would end the address, and an angle bracket the link.
    address = quote(url, safe=_SAFE_IN_URL).replace("&", "&amp;")
    return f"<{address}|{shown.replace('|', '¦')}>"


def _is_of_the_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False
