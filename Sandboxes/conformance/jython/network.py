from java.io import IOException
from java.net import Socket

try:
    Socket("192.0.2.1", 80)
except IOException:
    print "no network"
