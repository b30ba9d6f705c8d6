#import "Greeting.h"

int main(void) {
    [Greeting greet: "World"];
}
