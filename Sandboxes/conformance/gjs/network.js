const {Gio} = imports.gi;

try {
    new Gio.SocketClient().connect_to_host('192.0.2.1', 80, null);
} catch (error) {
    print('no network');
}
