"""Serves one publisher on 127.0.0.1 through librtmp's own calls.

Prints `port N`, then a line for each audio or video message: TYPE TIME SHA1. Exits with 1 and says which call failed.
"""

import ctypes
import hashlib
import socket
import struct
import sys

SCAN_BYTES = 4096
MARKER = 0x5EED
HEADER_ROOM_BYTES = 64
SERVER_CHANNEL = 3
STREAM_ID = 1
LARGE_HEADER = 0
SET_CHUNK_SIZE, AUDIO, VIDEO, COMMAND = 1, 8, 9, 0x14


class Packet(ctypes.Structure):
    _fields_ = [
        ("header_type", ctypes.c_uint8),
        ("packet_type", ctypes.c_uint8),
        ("has_absolute_timestamp", ctypes.c_uint8),
        ("channel", ctypes.c_int),
        ("timestamp", ctypes.c_uint32),
        ("stream_id", ctypes.c_int32),
        ("body_size", ctypes.c_uint32),
        ("bytes_read", ctypes.c_uint32),
        ("chunk", ctypes.c_void_p),
        ("body", ctypes.c_void_p),
    ]


def load():
    library = ctypes.CDLL("librtmp.so.1")
    handle, packet = ctypes.c_void_p, ctypes.POINTER(Packet)
    library.RTMP_Alloc.restype = handle
    for name in ("RTMP_Init", "RTMP_Serve", "RTMP_Socket", "RTMP_IsConnected", "RTMP_Close"):
        getattr(library, name).argtypes = [handle]
    library.RTMP_ReadPacket.argtypes = [handle, packet]
    library.RTMP_ClientPacket.argtypes = [handle, packet]
    library.RTMP_SendPacket.argtypes = [handle, packet, ctypes.c_int]
    library.RTMPPacket_Free.argtypes = [packet]
    return library


def attach(library, connection, descriptor):
    """librtmp has no call that gives a connection its socket: RTMP_Init leaves -1 there."""
    for offset in range(0, SCAN_BYTES, 4):
        field = ctypes.c_int.from_address(connection + offset)
        if field.value != -1:
            continue
        field.value = MARKER
        if library.RTMP_Socket(connection) == MARKER:
            field.value = descriptor
            return
        field.value = -1
    raise RuntimeError("this librtmp keeps its socket elsewhere")


def text(value):
    data = value.encode()
    return b"\x02" + struct.pack(">H", len(data)) + data


def number(value):
    return b"\x00" + struct.pack(">d", value)


def status(code):
    pairs = b"".join(text(name)[1:] + text(value) for name, value in (("level", "status"), ("code", code)))
    return b"\x03" + pairs + b"\x00\x00\x09"


def send(library, connection, stream_id, body):
    # librtmp writes chunk headers in front of the body.
    buffer = ctypes.create_string_buffer(HEADER_ROOM_BYTES + len(body))
    buffer[64 : 64 + len(body)] = body
    start = ctypes.addressof(buffer) + HEADER_ROOM_BYTES
    packet = Packet(LARGE_HEADER, COMMAND, 0, SERVER_CHANNEL, 0, stream_id, len(body), 0, None, start)
    library.RTMP_SendPacket(connection, ctypes.byref(packet), 0)


def answer(library, connection, body):
    length = struct.unpack(">H", body[1:3])[0]
    name = body[3 : 3 + length].decode()
    transaction = struct.unpack(">d", body[4 + length : 12 + length])[0]
    if name == "connect":
        send(library, connection, 0, text("_result") + number(transaction) + b"\x05" + status("NetConnection.Connect.Success"))
    elif name == "createStream":
        send(library, connection, 0, text("_result") + number(transaction) + b"\x05" + number(STREAM_ID))
    elif name == "publish":
        send(library, connection, STREAM_ID, text("onStatus") + number(0) + b"\x05" + status("NetStream.Publish.Start"))


def serve():
    library = load()
    with socket.create_server(("127.0.0.1", 0)) as server:
        print("port", server.getsockname()[1], flush=True)
        accepted, _ = server.accept()
    connection = library.RTMP_Alloc()
    library.RTMP_Init(connection)
    attach(library, connection, accepted.fileno())
    if not library.RTMP_Serve(connection):
        return "RTMP_Serve failed"
    packet = Packet()
    while library.RTMP_IsConnected(connection) and library.RTMP_ReadPacket(connection, ctypes.byref(packet)):
        if packet.bytes_read != packet.body_size:
            continue
        body = ctypes.string_at(packet.body, packet.body_size)
        if packet.packet_type == COMMAND:
            answer(library, connection, body)
        elif packet.packet_type in (AUDIO, VIDEO):
            print(packet.packet_type, packet.timestamp, hashlib.sha1(body).hexdigest(), flush=True)
        elif packet.packet_type == SET_CHUNK_SIZE:
            library.RTMP_ClientPacket(connection, ctypes.byref(packet))
        library.RTMPPacket_Free(ctypes.byref(packet))
    return None


failed = serve()
if failed:
    sys.exit(failed)
