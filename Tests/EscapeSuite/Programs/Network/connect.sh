# Calls the host's own listener by the file names that only Bash knows.
for name in "tcp/127.0.0.1/$1" tcp/169.254.169.254/80 udp/8.8.8.8/53; do
    if (exec 3<>"/dev/$name") 2>/dev/null; then echo "REACHED"; else echo "refused"; fi
done
if path=$(type -P curl); then "$path" "http://127.0.0.1:$1/" </dev/null >/dev/null 2>&1 && echo "curl REACHED"; fi
echo done
