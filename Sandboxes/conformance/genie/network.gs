[indent=4]
init
    try
        new SocketClient ().connect_to_host ("192.0.2.1", 80)
    except error : Error
        print "no network"
