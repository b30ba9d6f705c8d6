int main() {
    mixed failure = catch {
        if (!Stdio.File()->connect("192.0.2.1", 80)) error("not connected\n");
    };
    if (failure) write("no network\n");
}
