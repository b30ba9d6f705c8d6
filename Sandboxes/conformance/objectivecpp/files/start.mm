#import "Greeting.h"

int main() {
    [Greeting greet: "World"];
}
