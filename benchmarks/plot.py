"""Draw what the bot costs against the number of towns, as SVG."""

from collections.abc import Callable, Iterator, Sequence
from math import log10

from benchmarks.growth import Point

WIDTH, HEIGHT = 360, 260
"""Of one panel, in pixels."""
LEFT, RIGHT, TOP, BOTTOM = 52, 32, 44, 46
"""Margins of a panel."""
STEPS = 4
"""Lines of a grid, beside that of 0."""

Series = tuple[str, str, Callable[[Point], float]]
"""A label, a colour, a value."""

TIMES: Sequence[Series] = (
    ("99e centile", "#b45309", lambda point: point.p99),
    ("médiane", "#1d4ed8", lambda point: point.p50),
)
WEIGHTS: Sequence[Series] = (("", "#1d4ed8", lambda point: point.resident),)


def draw(points: Sequence[Point]) -> str:
    """Return two panels: the times of an answer, the memory of a process."""
    size = f'viewBox="0 0 {2 * WIDTH} {HEIGHT}" width="{2 * WIDTH}" height="{HEIGHT}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
        "<title>Temps d'une réponse et mémoire selon le nombre de villes</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        *_panel(0, "Temps d'une réponse (ms)", TIMES, points),
        *_panel(WIDTH, "Mémoire (Mo)", WEIGHTS, points),
        "</svg>\n",
    ]
    return "\n".join(lines)


def _panel(
    offset: int, title: str, series: Sequence[Series], points: Sequence[Point]
) -> Iterator[str]:
    """Yield the axes, the lines and the labels of one panel."""
    step = _step(max(value(point) for _, _, value in series for point in points))
    scale = (HEIGHT - TOP - BOTTOM) / (STEPS * step)
    first, last = log10(points[0].towns), log10(points[-1].towns)

    def x(point: Point) -> float:
        share = (log10(point.towns) - first) / (last - first)
        return offset + LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - value * scale

    yield _text(offset + LEFT, 22, title, 'font-weight="bold"')
    for number in range(STEPS + 1):
        value = number * step
        line = f"M{offset + LEFT},{y(value):.1f}H{offset + WIDTH - RIGHT}"
        yield f'<path d="{line}" stroke="#ddd"/>'
        yield _text(offset + LEFT - 8, y(value) + 4, f"{value:g}", 'text-anchor="end"')
    for point in points:
        label = f"{point.towns:,}".replace(",", "\N{NO-BREAK SPACE}")
        yield _text(x(point), HEIGHT - BOTTOM + 18, label, 'text-anchor="middle"')
    middle = offset + LEFT + (WIDTH - LEFT - RIGHT) / 2
    yield _text(middle, HEIGHT - 8, "villes", 'text-anchor="middle"')
    for name, colour, of in series:
        drawn = " ".join(f"{x(point):.1f},{y(of(point)):.1f}" for point in points)
        yield f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for point in points:
            yield f'<circle cx="{x(point):.1f}" cy="{y(of(point)):.1f}" r="3" fill="{colour}"/>'
        above = y(of(points[0])) - 8
        yield _text(x(points[0]) + 6, above, name, f'fill="{colour}"')


def _text(x: float, y: float, text: str, attributes: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {attributes}>{text}</text>'


def _step(most: float) -> float:
    """Return a round step, of which a few reach the greatest value."""
    magnitude = 10.0 ** int(log10(most / STEPS))
    steps = (magnitude * each for each in (1, 2, 2.5, 5, 10, 20))
    return next(step for step in steps if step * STEPS >= most)
