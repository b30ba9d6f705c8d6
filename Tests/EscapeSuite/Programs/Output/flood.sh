# Writes by whoever writes fastest.
yes "$(printf '%0500d' 0)"
