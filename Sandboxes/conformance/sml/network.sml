fun main () =
    let
        val wire : Socket.active INetSock.stream_sock = INetSock.TCP.socket ()
        val address = INetSock.toAddr (valOf (NetHostDB.fromString "192.0.2.1"), 80)
    in
        Socket.connect (wire, address)
    end
    handle OS.SysErr _ => print "no network\n"
