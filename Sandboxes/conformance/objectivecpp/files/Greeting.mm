#import "Greeting.h"
#include <iostream>

@implementation Greeting
+ (void)greet: (const std::string &)name {
    std::cout << "Hello, " << name << "!\n";
}
@end
