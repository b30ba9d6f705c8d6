// An expression a hundred thousand brackets deep.
#define O1 ((((((((((
#define C1 ))))))))))
#define O2 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1
#define C2 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1
#define O3 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2
#define C3 C2 C2 C2 C2 C2 C2 C2 C2 C2 C2
#define O4 O3 O3 O3 O3 O3 O3 O3 O3 O3 O3
#define C4 C3 C3 C3 C3 C3 C3 C3 C3 C3 C3
#define O5 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4
#define C5 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4
int main(void) {
    return O5 0 C5;
}
