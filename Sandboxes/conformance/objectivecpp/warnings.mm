#import <Foundation/Foundation.h>
#include <iostream>

int main() {
    id greeter = [[NSObject alloc] init];
    if (false) [greeter greet];
    std::cout << "Hello, World!\n";
}
