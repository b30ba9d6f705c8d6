// A secret of the host; diagnostics would show its lines.
#include "/etc/shadow"
