"""Scene names -> the pictures of the sample deck in assets/.

`--only NAME` redraws one picture; without it all of them are drawn.
"""

import argparse
import importlib
from pathlib import Path

from illustration.raster import rasterise, save

ASSETS = Path(__file__).resolve().parent.parent / "assets"
SCENES = (
    "barcelona",
    "keynote-stage",
    "keynote-cable",
    "keynote-pigeon",
    "keynote-interop",
    "booth-1",
    "booth-2",
    "booth-3",
    "booth-4",
    "design-summit",
    "backstage",
)


def main() -> None:
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=SCENES, action="append", metavar="NAME")
    for name in parser.parse_args().only or SCENES:
        scene = importlib.import_module(f"illustration.scenes.{name.replace('-', '_')}")
        path = ASSETS / f"{name}.jpg"
        save(rasterise(scene.draw().svg()), path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
