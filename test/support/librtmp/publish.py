"""Publishes an FLV file through librtmp at the pace of its timestamps: FILE URL.

The other well-known client library, driven by its own calls. Exits with 1 and says which call failed.
"""

import ctypes
import os
import socket
import struct
import sys
import time

HEADER_BYTES = 13
TAG_HEADER_BYTES = 11
PREVIOUS_SIZE_BYTES = 4
GOODBYE_SECONDS = 5


def load():
    library = ctypes.CDLL("librtmp.so.1")
    handle = ctypes.c_void_p
    library.RTMP_Alloc.restype = handle
    library.RTMP_Init.argtypes = [handle]
    library.RTMP_SetupURL.argtypes = [handle, ctypes.c_char_p]
    library.RTMP_EnableWrite.argtypes = [handle]
    library.RTMP_Connect.argtypes = [handle, ctypes.c_void_p]
    library.RTMP_ConnectStream.argtypes = [handle, ctypes.c_int]
    library.RTMP_Write.argtypes = [handle, ctypes.c_char_p, ctypes.c_int]
    library.RTMP_Socket.argtypes = [handle]
    library.RTMP_Close.argtypes = [handle]
    library.RTMP_Free.argtypes = [handle]
    return library


def tags(data):
    """Each tag with the size after it, and its time in seconds."""
    position = HEADER_BYTES
    while position + TAG_HEADER_BYTES <= len(data):
        size = int.from_bytes(data[position + 1 : position + 4], "big")
        low, high = struct.unpack(">IB", b"\0" + data[position + 4 : position + 7] + data[position + 7 : position + 8])
        end = position + TAG_HEADER_BYTES + size + PREVIOUS_SIZE_BYTES
        yield data[position:end], ((high << 24) | low) / 1000
        position = end


def publish(path, url):
    with open(path, "rb") as file:
        data = file.read()
    library = load()
    connection = library.RTMP_Alloc()
    library.RTMP_Init(connection)
    # librtmp keeps pointers into the address.
    address = ctypes.create_string_buffer(url.encode())
    if not library.RTMP_SetupURL(connection, address):
        return "RTMP_SetupURL"
    library.RTMP_EnableWrite(connection)
    if not library.RTMP_Connect(connection, None):
        return "RTMP_Connect"
    if not library.RTMP_ConnectStream(connection, 0):
        return "RTMP_ConnectStream"
    start = time.monotonic()
    for tag, due in tags(data):
        time.sleep(max(0, start + due - time.monotonic()))
        if library.RTMP_Write(connection, tag, len(tag)) <= 0:
            return "RTMP_Write"
    # librtmp never reads the answers of a tunnel: closing over them resets the connection, goodbye and all.
    with socket.socket(fileno=os.dup(library.RTMP_Socket(connection))) as kept:
        library.RTMP_Close(connection)
        library.RTMP_Free(connection)
        drain(kept)
    return None


def drain(kept):
    kept.setblocking(True)
    kept.settimeout(GOODBYE_SECONDS)
    try:
        kept.shutdown(socket.SHUT_WR)
        while kept.recv(65536):
            pass
    except OSError:
        # The server was quicker, or says nothing more.
        return


failed = publish(sys.argv[1], sys.argv[2])
if failed:
    sys.exit(f"{failed} failed")
