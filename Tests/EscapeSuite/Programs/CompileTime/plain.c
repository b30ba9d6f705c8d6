// A program with nothing wrong, so that the others are known to fail for their own reasons.
int main(void) {
    return 0;
}
