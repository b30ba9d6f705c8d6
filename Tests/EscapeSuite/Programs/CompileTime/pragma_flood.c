// A warning that is printed again for every line of an expansion.
#define W0 _Pragma("GCC warning \"a long text that says nothing at all, and says it once more for every word of it\"")
#define W1 W0 W0 W0 W0 W0 W0 W0 W0 W0 W0
#define W2 W1 W1 W1 W1 W1 W1 W1 W1 W1 W1
#define W3 W2 W2 W2 W2 W2 W2 W2 W2 W2 W2
#define W4 W3 W3 W3 W3 W3 W3 W3 W3 W3 W3
#define W5 W4 W4 W4 W4 W4 W4 W4 W4 W4 W4
W5
int main(void) {
    return 0;
}
