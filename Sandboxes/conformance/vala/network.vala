void main () {
    try {
        new SocketClient ().connect_to_host ("192.0.2.1", 80);
    } catch (Error error) {
        print ("no network\n");
    }
}
