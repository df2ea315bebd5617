"""What may be in an SVG logo: names of SVG 1.1 and 2 that draw; nothing that loads or runs."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No `use`: references to references grow without end. No `image`, `a`, `filter` or animation.
ELEMENTS = _names(
    """
    svg g defs title desc path rect circle ellipse line polyline polygon text tspan style
    linearGradient radialGradient stop clipPath mask
    """
)
REFERRING = _names("linearGradient radialGradient")  # share the stops of another

ATTRIBUTES = _names(
    """
    id class style type version role focusable data-name aria-label aria-hidden
    viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points
    transform offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
    clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset paint-order vector-effect
    opacity color display visibility overflow shape-rendering enable-background
    font-family font-size font-weight font-style text-anchor letter-spacing
    """
)

FUNCTIONS = _names(
    """
    rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate
    skewx skewy
    """
)
