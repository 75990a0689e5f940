"""Fails when a model has changed and no migration says so, or when two migrations both claim to be the last."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.settings")
os.environ.setdefault("KITH_HOME", ".build/test-home")
os.environ["KITH_MODE"], os.environ["KITH_LOGIN"] = "test", "owner"

import django  # noqa: E402

django.setup()

from django.apps import apps  # noqa: E402
from django.core.management.commands import makemigrations  # noqa: E402 - its own detector knows triggers too
from django.db.migrations.loader import MigrationLoader  # noqa: E402
from django.db.migrations.state import ProjectState  # noqa: E402


def main() -> int:
    """Compares without a database: the files are enough."""
    loader = MigrationLoader(None)
    if both := loader.detect_conflicts():
        print(f"More than one last migration: {both}.")
        return 1
    found = makemigrations.MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(
        graph=loader.graph
    )
    ours = {label for label in found if apps.get_app_config(label).name.startswith("kith.")}
    if ours:
        print(f"Models have changed without a migration: {', '.join(sorted(ours))}.")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
