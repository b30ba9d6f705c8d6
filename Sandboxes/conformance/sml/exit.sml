fun main () = Posix.Process.exit 0w3
