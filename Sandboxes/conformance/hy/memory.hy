(setv blocks [])
(while True
  (.append blocks (bytearray (* b"x" 1048576))))
