sort(tail(file:read-text-lines("/dev/stdin")) ! xs:integer(.))
