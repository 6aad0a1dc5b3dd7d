#!/usr/bin/env python3
"""Serves the folder that this file lies in to the browsers of this computer, and opens one.

Double-click it, or run "python3 start.py" (on Windows: "py start.py"). Ctrl+C or closing the window stops it.
With "python3 start.py --class" the devices of a class reach it, too, at this computer's own address.
"""
import functools
import http.server
import io
import os
import pathlib
import re
import socket
import sys
import webbrowser

FOR_CLASS = "--class" in sys.argv[1:]
FOLDER = pathlib.Path(__file__).resolve().parent
# Try the same port first each time: browsers store data by address, port included.
PORTS = range(8000, 8020)


class Handler(http.server.SimpleHTTPRequestHandler):
    # Some systems map these to other types, and browsers then refuse to run the code.
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".css": "text/css",
        ".geojson": "application/geo+json",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".m4a": "audio/mp4",
        ".mjs": "text/javascript",
        ".mp3": "audio/mpeg",
        ".mp4": "video/mp4",
        ".ogg": "audio/ogg",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".vtt": "text/vtt",
        ".webm": "video/webm",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    def send_head(self):
        """Answers for a part of a file, as Safari asks for video and sound, and as others do to skip in them."""
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = self.translate_path(self.path)
        if not wanted or not os.path.isfile(path):
            return super().send_head()
        size = os.path.getsize(path)
        first, last = int(wanted[1]), min(int(wanted[2] or size), size - 1)
        if first > last:
            self.send_error(416)
            return None
        with open(path, "rb") as file:
            file.seek(first)
            part = file.read(last - first + 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        return io.BytesIO(part)

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    # On Windows, reuse would take the address from a server that is still running.
    allow_reuse_address = os.name != "nt"


def start():
    handler = functools.partial(Handler, directory=str(FOLDER))
    for port in PORTS:
        try:
            return Server(("" if FOR_CLASS else "127.0.0.1", port), handler)
        except OSError:
            continue
    raise SystemExit(f"None of the ports {PORTS.start} to {PORTS.stop - 1} is free.")


def own_address():
    # No packet is sent: the system only chooses the address that it would send from.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"


with start() as server:
    host = own_address() if FOR_CLASS else "127.0.0.1"
    address = f"http://{host}:{server.server_port}/"
    print(f"The story is at {address}\nLeave this window open. Ctrl+C ends it.", flush=True)
    webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("Ended.")
