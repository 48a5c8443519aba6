"""The colours all the illustrations share, and how they are mixed."""

INK = "#061530"
NAVY = "#0B2545"
DUSK = "#1B3A6B"
BLUE = "#2563B0"
AZURE = "#4A9BE0"
SKY = "#9CCBEE"
ICE = "#DCEBF7"
WHITE = "#FFFFFF"
CREAM = "#FFF3E0"
TEAL = "#12B3AE"
MINT = "#6FE3D3"
GREEN = "#3DDC97"
AMBER = "#FFC05C"
ORANGE = "#FF8A3D"
CORAL = "#F2605A"
PLUM = "#7A3F7E"
STEEL = "#8FA6BF"
SLATE = "#4A627F"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour `share` of the way from `first` to `second`, both #rrggbb."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(colour: str, share: float) -> str:
    """`colour` moved towards white."""
    return mix(colour, WHITE, share)


def darker(colour: str, share: float) -> str:
    """`colour` moved towards the ink of the shadows, which is never black."""
    return mix(colour, INK, share)


def fade(colour: str, opacity: float) -> str:
    """`colour` with an alpha channel, as #rrggbbaa."""
    return f"{colour[:7]}{round(opacity * 255):02x}"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
