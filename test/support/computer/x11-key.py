"""A key of an X server, for tests: `press NAME` presses it as a keyboard does; `hold NAME` takes it from all others until it is ended."""

import ctypes
import sys
import time

ANY_MODIFIER = 1 << 15
GRAB_MODE_ASYNC = 1

action, name = sys.argv[1:3]
x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x11.XOpenDisplay(None))
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XDefaultRootWindow.restype = ctypes.c_ulong
code = x11.XKeysymToKeycode(display, ctypes.c_ulong(x11.XStringToKeysym(name.encode())))
if action == "press":
    tests = ctypes.CDLL("libXtst.so.6")
    for is_down in (1, 0):
        tests.XTestFakeKeyEvent(display, code, is_down, 0)
    x11.XSync(display, 0)
else:
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    x11.XGrabKey(display, code, ANY_MODIFIER, root, 0, GRAB_MODE_ASYNC, GRAB_MODE_ASYNC)
    x11.XSync(display, 0)
    print("held", flush=True)
    time.sleep(3600)
