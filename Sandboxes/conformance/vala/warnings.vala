[Version (deprecated = true)]
void greet () {
    print ("Hello, World!\n");
}

void main () {
    int unused;
    greet ();
}
