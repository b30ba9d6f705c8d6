int main() {
    Stdio.File socket = Stdio.File();
    if (!socket->connect("192.0.2.1", 80)) write("no network\n");
}
