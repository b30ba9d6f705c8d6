int total(int number) {
    int sum;
    for (int i = 0; i < 1000; i++) sum += number;
    return sum;
}

int main() {
    array(Thread.Thread) threads = map(enumerate(4), lambda(int number) {
        return Thread.Thread(total, number);
    });
    write("%d\n", Array.sum(threads->wait()));
}
