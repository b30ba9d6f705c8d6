zmodload zsh/net/tcp
if ! ztcp 192.0.2.1 80 2>/dev/null; then
    print 'no network'
fi
