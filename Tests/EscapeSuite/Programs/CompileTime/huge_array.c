// A program of eight gigabytes.
char bytes[8UL << 30] = {1};
int main(void) {
    return bytes[0];
}
