# No newline at the end, and blanks in front of nothing: white space at the end does not count.
import sys

sys.stdout.write("Hello, World!  ")
