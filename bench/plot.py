# SPDX-License-Identifier: EUPL-1.2
"""Line plots as SVG, several panels in one file, with nothing but the standard library.

The horizontal axis is logarithmic; colours follow the reader's light or dark scheme.
"""
import collections
import math
from xml.sax.saxutils import escape

# Lines: {name: [(x, y), …]}; y above 0 where `logarithmic`.
Panel = collections.namedtuple("Panel", "title unit lines logarithmic")

COLUMNS = 2
WIDTH, HEIGHT = 420, 250  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 62, 22, 44, 34
HEADER = 62
# Dark enough on white, bright enough on black; the dashes tell lines apart without colours.
COLOURS = ("#2f6fd6", "#c2570c", "#3a8f4d", "#8a5bc7", "#b0305c", "#6f7681")
DASHES = ("", "6 4", "2 3", "9 3 2 3", "4 2", "1 4")
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #333a44 }
.title { font-size: 14px; font-weight: 600 }
.grid { stroke: #8a93a0; stroke-opacity: .35 }
.axis { stroke: #8a93a0 }
path.line { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #d5dae1 } }
"""


def svg(title, panels):
    """The whole file. Panels stand in two columns; a legend with every name is at the top."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.lines))
    rows = -(-len(panels) // COLUMNS)
    width, height = COLUMNS * WIDTH, HEADER + rows * HEIGHT
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">',
           f"<style>{STYLE}</style>", f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>']
    x = LEFT
    for i, name in enumerate(names):
        out.append(f'<path class="line" {stroke(i)} d="M{x} 44h26"/><text x="{x + 32}" y="48">{escape(name)}</text>')
        x += 60 + 8 * len(name)
    for i, panel in enumerate(panels):
        out.append(f'<g transform="translate({i % COLUMNS * WIDTH},{HEADER + i // COLUMNS * HEIGHT})">')
        out += draw(panel, names)
        out.append("</g>")
    return "\n".join(out) + "\n</svg>\n"


def stroke(i):
    return f'stroke="{COLOURS[i % len(COLOURS)]}" stroke-dasharray="{DASHES[i % len(DASHES)] or "none"}"'


def draw(panel, names):
    points = [point for line in panel.lines.values() for point in line]
    unit = f", {panel.unit}" if panel.unit else ""
    out = [f'<text class="title" x="{LEFT}" y="24">{escape(panel.title + unit)}</text>']
    if not points:
        return out
    xs = sorted({x for x, _ in points})
    across = scale(math.log10(xs[0]), math.log10(xs[-1]), LEFT, WIDTH - RIGHT)
    ticks = log_ticks(points) if panel.logarithmic else even_ticks(max(y for _, y in points))
    of = math.log10 if panel.logarithmic else float
    up = scale(of(ticks[0]), of(ticks[-1]), HEIGHT - BOTTOM, TOP)
    for tick in ticks:
        y = up(of(tick))
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
                   f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for x in xs:
        at = across(math.log10(x))
        out.append(f'<path class="axis" d="M{at:.1f} {HEIGHT - BOTTOM}v5"/>'
                   f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 19}" text-anchor="middle">{x:g}</text>')
    for name, line in panel.lines.items():
        places = [(across(math.log10(x)), up(of(y)), y) for x, y in sorted(line)]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in places)
        i = names.index(name)
        out.append(f'<path class="line" {stroke(i)} d="{path}"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{COLOURS[i % len(COLOURS)]}"><title>{escape(name)}: {value:g}</title>'
                "</circle>" for x, y, value in places]
    return out


def scale(low, high, begin, end):
    span = high - low or 1.0
    return lambda value: begin + (value - low) / span * (end - begin)


def log_ticks(points):
    """Powers of ten that hold all values."""
    low = math.floor(math.log10(min(y for _, y in points)))
    high = max(low + 1, math.ceil(math.log10(max(y for _, y in points))))
    return [10.0 ** power for power in range(low, high + 1)]


def even_ticks(most):
    """From 0, four to eight round steps."""
    step = 10.0 ** math.floor(math.log10(most))
    step = next(step * part for part in (0.125, 0.25, 0.5, 1, 2) if most / (step * part) <= 8)
    return [step * i for i in range(math.ceil(most / step) + 1)]
