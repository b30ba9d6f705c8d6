try {
    new java.net.Socket('192.0.2.1', 80);
} catch (error) {
    print('no network');
}
