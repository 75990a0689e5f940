"""How gunicorn serves Kith: read by gunicorn itself (`python:kith.pages.system.web`), started by `kith serve`."""

import gc
import os
from pathlib import Path
from typing import Any

from kith.running import end_with_parent

bind = [f"fd://{os.environ['KITH_SOCKET']}"]
worker_class = "gthread"
workers = min(4, os.cpu_count() or 1)
threads = 8
timeout = 60  # seconds without a sign of life
graceful_timeout = 20
keepalive = 5
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - heartbeats, not data; never a slow disk
control_socket_disable = True
accesslog = None  # addresses name children's records
loglevel = "warning"
logconfig_dict = {  # gunicorn's own sentences quote addresses: said in the same way as all others
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "kith.settings.logs.WithoutValues"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"gunicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}


def on_starting(server: Any) -> None:
    end_with_parent()


def post_worker_init(worker: Any) -> None:
    """What is loaded once stays: looking through it for rubbish at each page took a sixth of the page's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(25_000, 20, 20)
