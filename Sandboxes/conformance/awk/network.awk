BEGIN {
    service = "/inet/tcp/0/192.0.2.1/80"
    PROCINFO[service, "NONFATAL"] = 1
    if ((service |& getline) < 0) print "no network"
}
